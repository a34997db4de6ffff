package dev.layers.benchmarks.load;

import dev.layers.benchmarks.jvm.Departures;
import dev.layers.benchmarks.jvm.Usage;
import dev.layers.benchmarks.systems.Contender;
import dev.layers.benchmarks.systems.Plugin;
import dev.layers.benchmarks.systems.PluginJar;
import dev.layers.benchmarks.systems.PluginSystem;
import dev.layers.benchmarks.systems.Shelf;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /**
     * Loads and calls a number of times, and waits until all that was loaded is known to be gone: nobody after it pays for that.
     *
     * @return the nanoseconds of each load; laying out before and letting go after are not in it
     */
    List<Double> turn() throws Exception {
        List<Double> times = new ArrayList<>();
        Departures departures = new Departures();
        long begin = Usage.cpuNanos();
        for (int load = 0; load < work.loadsPerCollection(); load++) {
            times.add(load(departures));
        }
        cpu += Usage.cpuNanos() - begin;
        loads += times.size();
        departures.await();
        return times;
    }

    private double load(Departures departures) throws Exception {
        long before = cpuOfThread();
        List<PluginJar> jars = name.endsWith(SEEN) ? shelf.layOutSeen() : shelf.layOutUnseen();
        cpu -= cpuOfThread() - before;
        long begin = System.nanoTime();
        List<Plugin> plugins = system.load(jars);
        List<String> answers = Work.call(plugins);
        long end = System.nanoTime();
        before = cpuOfThread();
        work.check(answers);
        for (int last = plugins.size() - 1; last >= 0; last--) {
            departures.add(plugins.get(last).unload());
        }
        cpu -= cpuOfThread() - before;
        return end - begin;
    }

    /**
     * Returns how many nanoseconds of all processors a load took on average since this was asked, compiler and collector included. The
     * clock of the process is coarse and read for whole turns only; that of the thread is not, and tells what is not of a load.
     */
    double cpu() {
        double perLoad = (double) cpu / loads;
        cpu = 0;
        loads = 0;
        return perLoad;
    }

    private static long cpuOfThread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Override
    public void close() throws IOException {
        system.close();
    }
}
