package dev.layers.benchmarks.cycle;

import dev.layers.benchmarks.Directories;
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

/** Loads, calls and unloads a plug-in again and again, each time from a file with bytes that were never seen. */
final class Cycles {
    /** Settled, the second half of so many samples tells the growth. */
    private static final int SAMPLES = 40;

    private final PluginSystem system;
    private final Shelf shelf;
    private long before;
    private long most;

    private Cycles(PluginSystem system, Shelf shelf) {
        this.system = system;
        this.shelf = shelf;
    }

    /**
     * What cycles left.
     *
     * @param metaspace bytes in use per cycle
     * @param committed bytes per cycle that the JVM has taken for metadata
     * @param heap bytes per cycle
     * @param classes loaded classes per cycle
     * @param descriptors open files per cycle
     * @param most how many more files than before the first cycle were open between a load and its call, after the call, or after
     *     the unload
     */
    record Growth(Slope metaspace, Slope committed, Slope heap, Slope classes, Slope descriptors, long most) {}

    /** Runs so many cycles in this JVM. */
    static Growth run(Contender kind, int cycles) throws Exception {
        Path directory = Files.createTempDirectory("layers-cycle");
        Shelf shelf = Shelf.of(kind, List.of(PluginShape.of(5)), directory.resolve("kept"), directory);
        try (PluginSystem system = shelf.start()) {
            return new Cycles(system, shelf).run(cycles / SAMPLES);
        } finally {
            Directories.delete(directory);
        }
    }

    private Growth run(int between) throws Exception {
        cycle(new Departures());
        before = Usage.settled().descriptors();
        most = 0;
        Usage[] samples = new Usage[SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            Departures departures = new Departures();
            for (int cycle = 0; cycle < between; cycle++) {
                cycle(departures);
            }
            departures.await();
            samples[sample] = Usage.settled();
        }
        return new Growth(
                slope(samples, between, Usage::metaspace),
                slope(samples, between, Usage::committed),
                slope(samples, between, Usage::heap),
                slope(samples, between, Usage::classes),
                slope(samples, between, Usage::descriptors),
                most);
    }

    private void cycle(Departures departures) throws Exception {
        PluginJar jar = shelf.layOutUnseen().get(0);
        Plugin plugin = system.load(jar);
        lookAtDescriptors();
        String answer = plugin.call("text");
        lookAtDescriptors();
        if (!answer.equals(jar.shape().answer())) {
            throw new IllegalStateException("'" + jar.name() + "' answered '" + answer + "'");
        }
        departures.add(plugin.unload());
        lookAtDescriptors();
    }

    private void lookAtDescriptors() {
        most = Math.max(most, Usage.descriptorsNow() - before);
    }

    private static Slope slope(Usage[] samples, int between, ToLongFunction<Usage> what) {
        List<Slope.Point> points = new ArrayList<>();
        for (int sample = SAMPLES / 2; sample < SAMPLES; sample++) {
            points.add(new Slope.Point((double) sample * between, what.applyAsLong(samples[sample])));
        }
        return Slope.of(points);
    }
}
