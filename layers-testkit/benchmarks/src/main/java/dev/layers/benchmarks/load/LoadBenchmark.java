package dev.layers.benchmarks.load;

import dev.layers.benchmarks.Directories;
import dev.layers.benchmarks.systems.Contender;
import dev.layers.benchmarks.systems.Plugin;
import dev.layers.benchmarks.systems.PluginJar;
import dev.layers.benchmarks.systems.PluginSystem;
import dev.layers.benchmarks.systems.Shelf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * From files that were just laid out to the answers of the first calls, warm.
 *
 * <p>What is outside of the time, for every system alike: laying out, letting go, and collecting garbage once per so many loads.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 1, time = 3)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:MetaspaceSize=256m"})
public class LoadBenchmark {
    /** What loads. */
    @Param({"BARE", "CLASS_LOADER", "PF4J", "FELIX", "JBOSS_MODULES", "LAYERS"})
    public Contender system;

    /** What is loaded. */
    @Param({"SMALL", "START_HOOK", "LARGE", "DEPENDENTS"})
    public Work work;

    /** Whether each load is of bytes that were never seen, or of the same as ever. */
    @Param({"true"})
    public boolean unseen;

    private Path directory;
    private Shelf shelf;
    private PluginSystem loading;
    private List<PluginJar> jars;
    private List<Plugin> plugins;
    private List<String> answers;
    private int loads;

    /** Compiles the plug-ins and starts the system. */
    @Setup
    public void prepare() throws Exception {
        directory = Files.createTempDirectory("layers-benchmark");
        shelf = Shelf.of(system, work.shapes(), directory.resolve("kept"), directory);
        loading = shelf.start();
    }

    /** Lays out what is loaded next. */
    @Setup(Level.Invocation)
    public void layOut() throws Exception {
        if (loads++ % work.loadsPerCollection() == 0) {
            System.gc();
        }
        jars = unseen ? shelf.layOutUnseen() : shelf.layOutSeen();
    }

    /** Loads, starts and calls. */
    @Benchmark
    public List<String> load() throws Exception {
        plugins = loading.load(jars);
        answers = Work.call(plugins);
        return answers;
    }

    /** Checks that everything was loaded, and lets go of it. */
    @TearDown(Level.Invocation)
    public void letGo() throws Exception {
        work.check(answers);
        for (int last = plugins.size() - 1; last >= 0; last--) {
            plugins.get(last).unload();
        }
    }

    /** Ends the system. */
    @TearDown
    public void close() throws Exception {
        loading.close();
        Directories.delete(directory);
    }
}
