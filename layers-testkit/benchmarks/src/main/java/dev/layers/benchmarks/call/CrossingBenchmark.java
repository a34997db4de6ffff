package dev.layers.benchmarks.call;

import dev.layers.Boundary;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.benchmarks.Calculator;
import dev.layers.benchmarks.Modules;
import java.nio.file.Path;
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

/** What crosses by reference, with a guarded boundary and without, and asking for a service. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CrossingBenchmark {
    /** What the host holds: the provider itself, or a reference to it. */
    @Param({"DIRECT", "GUARDED"})
    public Boundary boundary;

    private final Calculator.Listener listener = new Heard();
    private LayerManager manager;
    private LoadedModule module;
    private Calculator calculator;

    /** Compiles and loads the module. */
    @Setup
    public void load() {
        ServiceContract contract = ServiceContract.builder()
                .provides(Calculator.class)
                .boundary(boundary)
                .build();
        manager = LayerManager.builder(contract).build();
        module = manager.load(Modules.calculator());
        calculator = module.service(Calculator.class);
    }

    /** Closes the manager. */
    @TearDown
    public void close() {
        manager.close();
    }

    /** An argument that crosses by reference, for the first time. */
    @Benchmark
    public boolean argumentFirst() {
        return calculator.take(new Heard());
    }

    /** An argument that crossed before. */
    @Benchmark
    public boolean argumentAgain() {
        return calculator.take(listener);
    }

    /** A result that crosses by reference, for the first time. */
    @Benchmark
    public Object resultFirst() {
        return calculator.fresh();
    }

    /** A result that crossed before. */
    @Benchmark
    public Object resultAgain() {
        return calculator.same();
    }

    /** Asking for a service that was asked for before. */
    @Benchmark
    public Object service() {
        return module.service(Calculator.class);
    }

    /** Asking for a service of a module that was loaded a moment ago, for the first time; the load is not measured. */
    @State(Scope.Thread)
    public static class FirstTime {
        private LayerManager manager;
        private LoadedModule module;
        private Path jar;

        /** Builds the manager. */
        @Setup
        public void build() {
            jar = Modules.calculator();
            manager = LayerManager.builder(
                            ServiceContract.builder().provides(Calculator.class).build())
                    .build();
        }

        /** Loads the module. */
        @Setup(Level.Invocation)
        public void load() {
            module = manager.load(jar);
        }

        /** Unloads the module. */
        @TearDown(Level.Invocation)
        public void unload() {
            module.unload();
        }

        /** Closes the manager. */
        @TearDown
        public void close() {
            manager.close();
        }
    }

    /** Asking for a service for the first time; the median counts. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public Object serviceFirst(FirstTime state) {
        return state.module.service(Calculator.class);
    }

    /** A listener of the host. */
    private static final class Heard implements Calculator.Listener {
        @Override
        public void hear() {
            // only the way here is measured
        }
    }
}
