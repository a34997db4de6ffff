package dev.layers.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import dev.layers.benchmarks.systems.Contender;
import dev.layers.benchmarks.systems.Plugin;
import dev.layers.benchmarks.systems.PluginJar;
import dev.layers.benchmarks.systems.PluginSystem;
import dev.layers.benchmarks.systems.Shelf;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/** One of those that do the same work in turn: a system, and whether each load is of bytes that it has never seen. */
final class Lane implements AutoCloseable {
    private static final String SEEN = "/seen";

    private final String name;
    private final Work work;
    private final Shelf shelf;
    private final PluginSystem system;
    private long cpu;
    private int loads;

    private Lane(String name, Work work, Shelf shelf, PluginSystem system) {
        this.name = name;
        this.work = work;
        this.shelf = shelf;
        this.system = system;
    }

    /** Returns the name of the lane of a system that sees other bytes each time. */
    static String unseen(Contender contender) {
        return contender.name();
    }

    /** Returns the name of the lane of a system that sees the same bytes each time. */
    static String seen(Contender contender) {
        return contender + SEEN;
    }

    /** Compiles the plug-ins, unless they are in {@code kept}, and starts the system. */
    static Lane open(String name, Work work, Path kept, Path directory) throws Exception {
        Contender contender = Contender.valueOf(name.replace(SEEN, ""));
        Shelf shelf = Shelf.of(contender, work.shapes(), kept, directory);
        return new Lane(name, work, shelf, shelf.start());
    }

    String name() {
        return name;
    }

    /** Loads and calls; returns how many nanoseconds that took. Laying out before and letting go after are not in it. */
    long load() throws Exception {
        List<PluginJar> jars = name.endsWith(SEEN) ? shelf.layOutSeen() : shelf.layOutUnseen();
        long cpuBefore = cpuOfProcess();
        long begin = System.nanoTime();
        List<Plugin> plugins = system.load(jars);
        List<String> answers = Work.call(plugins);
        long end = System.nanoTime();
        cpu += cpuOfProcess() - cpuBefore;
        loads++;
        work.check(answers);
        for (int last = plugins.size() - 1; last >= 0; last--) {
            plugins.get(last).unload();
        }
        return end - begin;
    }

    /** Forgets what loads took of all processors. */
    void warmedUp() {
        cpu = 0;
        loads = 0;
    }

    /** Returns how many nanoseconds of all processors a load took on average, compiler and collector included. */
    double cpu() {
        return (double) cpu / loads;
    }

    private static long cpuOfProcess() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    @Override
    public void close() throws IOException {
        system.close();
    }
}
