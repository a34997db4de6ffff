package dev.layers.internal.heap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a dump in a JVM of its own, and ends that while it is being made. */
final class DumpingMain {
    private DumpingMain() {}

    /** Takes the directory, and after how many milliseconds to exit, or {@code dump}. */
    public static void main(String[] arguments) throws Exception {
        Path parent = Path.of(arguments[0]);
        if (arguments[1].equals("dump")) {
            dump(parent);
            return;
        }
        List<Object> filling = new ArrayList<>();
        for (int i = 0; i < 500_000; i++) {
            filling.add(new Object[] {Integer.toString(i), new long[4]});
        }
        Thread dumping = new Thread(() -> dump(parent), "dumping");
        dumping.setDaemon(true);
        dumping.start();
        Thread.sleep(Long.parseLong(arguments[1]));
        System.exit(filling.isEmpty() ? 1 : 0);
    }

    @SuppressWarnings("try") // closed by the exit, which is what is tried
    private static void dump(Path parent) {
        try {
            LiveDump.of(Optional.of(parent), Long.MAX_VALUE);
        } catch (HeapDumpException none) {
            System.out.println(none.getMessage());
        }
    }
}
