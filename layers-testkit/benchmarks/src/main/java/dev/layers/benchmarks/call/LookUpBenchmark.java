package dev.layers.benchmarks.call;

import dev.layers.benchmarks.Directories;
import dev.layers.benchmarks.systems.AskedPlugin;
import dev.layers.benchmarks.systems.Contender;
import dev.layers.benchmarks.systems.PluginShape;
import dev.layers.benchmarks.systems.PluginSystem;
import dev.layers.benchmarks.systems.Shelf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Asking a system for a provider ahead of each call, as its hosts do that keep nothing over a reload. Hosts of bare layers, of class
 * loaders and of JBoss Modules keep the provider itself, in a volatile field.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LookUpBenchmark {
    /** The system that is asked. */
    @Param({"LAYERS", "PF4J", "FELIX"})
    public Contender system;

    private Path directory;
    private PluginSystem started;
    private AskedPlugin plugin;

    /** Loads the plug-in. */
    @Setup
    public void load() throws Exception {
        PluginShape shape = PluginShape.of(5);
        directory = Files.createTempDirectory("layers-look-up");
        Shelf shelf = Shelf.of(system, List.of(shape), directory, directory);
        started = shelf.start();
        plugin = (AskedPlugin) started.load(shelf.layOutSeen().get(0));
        if (plugin.lookUp() == null || !plugin.call("text").equals(shape.answer())) {
            throw new IllegalStateException("No provider, or a wrong answer");
        }
    }

    /** Unloads the plug-in. */
    @TearDown
    public void unload() throws Exception {
        plugin.unload();
        started.close();
        Directories.delete(directory);
    }

    /** Asks for the provider. */
    @Benchmark
    public Object lookUp() {
        return plugin.lookUp();
    }
}
