package dev.layers.benchmarks;

import dev.layers.LayerManager;
import dev.layers.LoadOptions;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadPolicy;
import dev.layers.Weaving;
import dev.layers.benchmarks.systems.OrdinaryClass;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.nio.file.Files;
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
    private static final String WOVEN = "private final ThreadLocal<String> local = new ThreadLocal<>();"
            + " public void hook(Thread thread) { Runtime.getRuntime().addShutdownHook(thread); } ";

    /** Whether classes are woven. */
    @Param({"AS_WRITTEN", "WOVEN"})
    public Weaving weaving;

    private Path jar;
    private LayerManager manager;

    /** Compiles the module and builds the manager. */
    @Setup
    public void prepare() throws IOException {
        jar = source().toJar(Files.createTempDirectory("layers-benchmark").resolve("module.jar"));
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

    private static ModuleSource source() {
        ModuleSource source = ModuleSource.module(
                "module bench.module { provides java.util.function.UnaryOperator with bench.module.Operator; }");
        for (int number = 1; number < CLASSES; number++) {
            source = source.type(OrdinaryClass.text("bench.module", number, number % 10 == 0 ? WOVEN : ""));
        }
        return source.type("package bench.module; public class Operator"
                + " implements java.util.function.UnaryOperator<String> { public String apply(String text)"
                + " { int loaded = 0; " + OrdinaryClass.uses("bench.module", CLASSES - 1)
                + " return text + loaded; } }");
    }
}
