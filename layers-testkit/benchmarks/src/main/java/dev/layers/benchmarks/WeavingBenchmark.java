package dev.layers.benchmarks;

import dev.layers.LayerManager;
import dev.layers.LoadOptions;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadPolicy;
import dev.layers.Weaving;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
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

/** What weaving adds to a load: 500 classes, all of them loaded, every tenth with something to weave. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class WeavingBenchmark {
    private static final int CLASSES = 500;

    /** Whether classes are woven. */
    @Param({"AS_WRITTEN", "WOVEN"})
    public Weaving weaving;

    private Path jar;
    private LayerManager manager;

    /** Compiles the module and builds the manager. */
    @Setup
    public void prepare() {
        jar = Modules.compileWoven(CLASSES);
        manager = LayerManager.builder(
                        ServiceContract.builder().provides(UnaryOperator.class).build())
                .unloading(UnloadPolicy.standard().threadsFor(Duration.ZERO))
                .build();
    }

    /** Closes the manager. */
    @TearDown
    public void close() {
        manager.close();
    }

    /** From the jar to the answer of the first call, and the unload without a verdict. */
    @Benchmark
    public Object load() {
        LoadedModule module = manager.load(LoadOptions.standard().weaving(weaving), jar);
        Object answer = answer(module.service(UnaryOperator.class));
        module.unload();
        return answer;
    }

    @SuppressWarnings("unchecked")
    private static String answer(UnaryOperator<?> operator) {
        return ((UnaryOperator<String>) operator).apply("text");
    }
}
