package dev.layers.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.layers.UnloadReport;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads many modules and lets go of all of them, as bare layers one by one, by {@code loadAll} and by {@code load} one by one, in
 * turn in one JVM; or each in a JVM of its own.
 *
 * <p>Arguments: {@code cold} or nothing, then modules, classes of each, libraries of each, rounds. A load ends when the
 * providers are created; the first calls are timed apart, one after the other.
 */
public final class SetMeasurement {
    private static final int WARM_UP = 3;

    private final ModuleSet set;
    private final Figures figures;

    private SetMeasurement(ModuleSet set) {
        this.set = set;
        this.figures = new Figures(set.modules());
    }

    /** Takes what the class says. */
    public static void main(String[] arguments) throws Exception {
        List<String> all = List.of(arguments);
        boolean isAlone = !all.isEmpty() && !Character.isDigit(all.get(0).charAt(0));
        List<String> numbers = isAlone ? all.subList(1, all.size()) : all;
        SetMeasurement measurement = new SetMeasurement(set(numbers));
        int rounds = number(numbers, 3, isAlone ? 3 : 7);
        switch (isAlone ? all.get(0) : "") {
            case "" -> measurement.warm(rounds);
            case "cold" -> measurement.cold(rounds);
            default -> measurement.once(all.get(0));
        }
    }

    private void warm(int rounds) throws InterruptedException {
        set.make();
        for (int round = -WARM_UP; round < rounds; round++) {
            figures.begin(round >= 0);
            // neither always follows the same other
            if (round % 2 == 0) {
                bare();
                managed("loadAll");
                managed("load");
            } else {
                managed("load");
                managed("loadAll");
                bare();
            }
        }
        figures.print();
    }

    private void cold(int rounds) throws Exception {
        set.make();
        for (int round = 0; round < rounds; round++) {
            for (String what : List.of("bare", "loadAll", "load")) {
                fork(what);
            }
        }
    }

    /** What one JVM of its own is started for. */
    private void once(String what) throws InterruptedException {
        figures.begin(true);
        if (what.equals("bare")) {
            bare();
        } else {
            managed(what);
        }
        figures.print();
        long up = ManagementFactory.getRuntimeMXBean().getUptime();
        System.out.printf("%-28s %9d ms, CPU %d ms%n", what + " process", up, cpu() / 1_000_000);
    }

    private void fork(String what) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SetMeasurement.class.getName(),
                        what,
                        String.valueOf(set.modules()),
                        String.valueOf(set.size().classes()),
                        String.valueOf(set.size().libraries()))
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("Measuring '" + what + "' failed");
        }
    }

    private void bare() throws InterruptedException {
        System.gc();
        BareSet bare = new BareSet();
        figures.time("bare", "load", () -> bare.load(set.artifacts()));
        figures.time("bare", "first calls", bare::call);
        List<WeakReference<ModuleLayer>> traces = bare.drop();
        long before = collections();
        figures.time("bare", "collect", () -> {
            while (traces.stream().anyMatch(trace -> !trace.refersTo(null))) {
                System.gc();
            }
        });
        figures.count("bare", "collections requested", collections() - before);
    }

    private void managed(String how) {
        System.gc();
        try (ManagedSet managed = new ManagedSet()) {
            figures.time(how, "load", () -> {
                if (how.equals("loadAll")) {
                    managed.load(set.directory());
                } else {
                    managed.load(set.artifacts());
                }
            });
            figures.time(how, "first calls", managed::call);
            figures.time(how, "unload", () -> collect(how, managed.unload()));
        }
    }

    private void collect(String how, List<UnloadReport> reports) {
        long before = collections();
        long collected = ManagedSet.collected(reports);
        if (collected != set.modules()) {
            throw new IllegalStateException(collected + " of " + set.modules() + " were collected");
        }
        figures.count(how, "collections requested", collections() - before);
    }

    /** Returns how many full collections there were. */
    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(collector -> collector.getName().matches(".*(Old|MarkSweep|MSC).*"))
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static ModuleSet set(List<String> numbers) throws Exception {
        int modules = number(numbers, 0, 1000);
        ModuleSet.Size size = new ModuleSet.Size(number(numbers, 1, 6), number(numbers, 2, 0));
        Path directory = Path.of(
                System.getProperty("java.io.tmpdir"),
                "layers-set-" + modules + "-" + size.classes() + "-" + size.libraries());
        return new ModuleSet(Files.createDirectories(directory), modules, size);
    }

    private static int number(List<String> numbers, int index, int absent) {
        return index < numbers.size() ? Integer.parseInt(numbers.get(index)) : absent;
    }
}
