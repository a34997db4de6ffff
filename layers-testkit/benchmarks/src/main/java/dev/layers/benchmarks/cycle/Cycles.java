package dev.layers.benchmarks.cycle;

import dev.layers.benchmarks.jvm.Departures;
import dev.layers.benchmarks.jvm.Slope;
import dev.layers.benchmarks.jvm.Usage;
import dev.layers.benchmarks.systems.Contender;
import dev.layers.benchmarks.systems.Plugin;
import dev.layers.benchmarks.systems.PluginJar;
import dev.layers.benchmarks.systems.PluginShape;
import dev.layers.benchmarks.systems.PluginSystem;
import dev.layers.benchmarks.systems.Shelf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Loads, calls and unloads a plug-in again and again, each time from a file that was written anew. */
final class Cycles {
    /** Settled, the second half of so many samples tells the growth. */
    private static final int SAMPLES = 40;

    private Cycles() {}

    /**
     * What cycles left.
     *
     * @param metaspace bytes per cycle
     * @param heap bytes per cycle
     * @param classes loaded classes per cycle
     * @param descriptors open files per cycle
     * @param most how many more files were open at any time than before the first cycle
     */
    record Growth(Slope metaspace, Slope heap, Slope classes, Slope descriptors, long most) {}

    /** Runs so many cycles in this JVM. */
    static Growth run(Contender kind, int cycles) throws Exception {
        Path directory = Files.createTempDirectory("layers-cycle");
        Shelf shelf = Shelf.of(kind, List.of(PluginShape.of(5)), directory, directory);
        Usage[] samples = new Usage[SAMPLES];
        int between = cycles / SAMPLES;
        long most = 0;
        try (PluginSystem system = shelf.start()) {
            cycle(system, shelf.layOutUnseen().get(0), new Departures());
            long before = Usage.settled().descriptors();
            for (int sample = 0; sample < SAMPLES; sample++) {
                Departures departures = new Departures();
                for (int cycle = 0; cycle < between; cycle++) {
                    cycle(system, shelf.layOutUnseen().get(0), departures);
                    most = Math.max(most, Usage.descriptorsNow() - before);
                }
                departures.await();
                samples[sample] = Usage.settled();
            }
        }
        return new Growth(
                slope(samples, between, Usage::metaspace),
                slope(samples, between, Usage::heap),
                slope(samples, between, Usage::classes),
                slope(samples, between, Usage::descriptors),
                most);
    }

    private static void cycle(PluginSystem system, PluginJar jar, Departures departures) throws Exception {
        Plugin plugin = system.load(jar);
        String answer = plugin.call("text");
        if (!answer.startsWith("text")) {
            throw new IllegalStateException("'" + jar.name() + "' answered '" + answer + "'");
        }
        departures.add(plugin.unload());
    }

    private static Slope slope(Usage[] samples, int between, ToLongFunction<Usage> what) {
        List<Slope.Point> points = new ArrayList<>();
        for (int sample = SAMPLES / 2; sample < SAMPLES; sample++) {
            points.add(new Slope.Point((double) sample * between, what.applyAsLong(samples[sample])));
        }
        return Slope.of(points);
    }
}
