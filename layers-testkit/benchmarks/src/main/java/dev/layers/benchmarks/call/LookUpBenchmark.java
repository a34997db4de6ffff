package dev.layers.benchmarks.call;

import dev.layers.benchmarks.plugins.Plugin;
import dev.layers.benchmarks.plugins.PluginJars;
import dev.layers.benchmarks.plugins.PluginSystem;
import dev.layers.benchmarks.plugins.Systems;
import java.nio.file.Files;
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

/** Asking a system for a provider ahead of each call, for want of something that can be kept over a reload. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LookUpBenchmark {
    /** The system that is asked. */
    @Param
    public Systems system;

    private PluginSystem started;
    private Plugin plugin;

    /** Loads the plug-in. */
    @Setup
    public void load() throws Exception {
        started = system.start();
        plugin = started.load(PluginJars.of(Files.createTempDirectory("layers-look-up"), 5)
                .write(1)
                .get(0));
        if (plugin.lookUp() == null || !plugin.call("text").startsWith("text")) {
            throw new IllegalStateException("No provider, or a wrong answer");
        }
    }

    /** Unloads the plug-in. */
    @TearDown
    public void unload() throws Exception {
        plugin.unload();
        started.close();
    }

    /** Asks for the provider. */
    @Benchmark
    public Object lookUp() throws Exception {
        return plugin.lookUp();
    }
}
