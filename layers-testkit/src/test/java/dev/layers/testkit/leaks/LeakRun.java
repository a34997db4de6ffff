package dev.layers.testkit.leaks;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/** Runs the catalogue in a JVM of its own, and writes a line for each leak and each thing that is left. */
abstract class LeakRun {
    private static final int REQUESTS = 60;

    private final LinkedBlockingQueue<FutureTask<?>> work = new LinkedBlockingQueue<>();

    /** Does with one jar what leaks, and lets go of it. */
    abstract void run(String leak, Path jar) throws Exception;

    /** Returns what became of each leak. */
    abstract List<String> lines() throws Exception;

    /** Takes a directory of jars and the file to write. */
    final void run(String[] arguments) throws Exception {
        Thread caller = new Thread(this::call, "host-caller");
        caller.setDaemon(true);
        caller.start();
        List<String> lines = new ArrayList<>();
        for (Path jar : jars(Path.of(arguments[0]))) {
            String leak = jar.getFileName().toString().replace(".jar", "");
            run(leak, jar);
        }
        lines.addAll(lines());
        lines.addAll(traces());
        Files.write(Path.of(arguments[1]), lines);
        Runtime.getRuntime().halt(0);
    }

    /** The JDK remembers one record alone: the last. */
    private static List<Path> jars(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> jars = files.sorted().toList();
            return Stream.concat(
                            jars.stream().filter(jar -> !jar.endsWith("RECORD.jar")),
                            jars.stream().filter(jar -> jar.endsWith("RECORD.jar")))
                    .toList();
        }
    }

    private void call() {
        try {
            while (true) {
                work.take().run();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does {@code call} on a thread that lives on. */
    final void onCaller(Callable<?> call) throws Exception {
        FutureTask<?> task = new FutureTask<>(call);
        work.add(task);
        task.get();
    }

    /** Requests collections until what was dropped now is gone, and some more for finalizers and cleaners. */
    static void awaitCollections() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            WeakReference<Object> dropped = new WeakReference<>(new Object());
            for (int request = 0; request < REQUESTS && !dropped.refersTo(null); request++) {
                System.gc();
            }
            Thread.sleep(50);
        }
    }

    /** Returns what the public API shows. */
    private static List<String> traces() throws IOException {
        List<String> traces = new ArrayList<>();
        traces.add("locale\t" + Locale.getDefault());
        traces.add("pools\t"
                + Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("pool-"))
                        .count());
        traces.add("deaf\t"
                + Thread.getAllStackTraces().keySet().stream()
                        .anyMatch(thread -> thread.getName().equals("leaky-deaf")));
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            traces.add("temporary\t"
                    + files.filter(file -> file.toString().endsWith(".tmp")).count());
        }
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            traces.add("descriptor\t"
                    + descriptors
                            .map(LeakRun::target)
                            .filter(LeakRun::isOfCache)
                            .count());
        }
        return traces;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).getFileName().toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static boolean isOfCache(String name) {
        return name.startsWith("leaky") && name.endsWith(".jar");
    }
}
