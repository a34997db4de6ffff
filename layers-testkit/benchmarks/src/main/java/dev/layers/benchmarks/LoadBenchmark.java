package dev.layers.benchmarks;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadPolicy;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ServiceLoader;
import java.util.Set;
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

/** From a jar to the answer of the first call, and what letting go of it costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LoadBenchmark {
    /** How many classes the module has; at most 50 are loaded by the call. */
    @Param({"5", "500"})
    public int classes;

    private Path jar;
    private LayerManager manager;

    /** Compiles the module and builds the manager. */
    @Setup
    public void prepare() {
        jar = Modules.compile(classes, Math.min(classes, 50));
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

    /** A bare layer, as a host without a framework would make it, and dropped. */
    @Benchmark
    public Object bareLayer() {
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration =
                boot.configuration().resolve(ModuleFinder.of(jar), ModuleFinder.of(), Set.of(Modules.NAME));
        ModuleLayer layer = boot.defineModulesWithOneLoader(configuration, ClassLoader.getSystemClassLoader());
        return answer(ServiceLoader.load(layer, UnaryOperator.class).findFirst().orElseThrow());
    }

    /** The same through a manager, unloaded, without waiting for a verdict. */
    @Benchmark
    public Object layers() {
        LoadedModule module = manager.load(jar);
        Object answer = answer(module.service(UnaryOperator.class));
        module.unload();
        return answer;
    }

    @SuppressWarnings("unchecked")
    private static String answer(UnaryOperator<?> operator) {
        return ((UnaryOperator<String>) operator).apply("text");
    }
}
