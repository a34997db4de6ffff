package dev.layers.benchmarks.call;

import dev.layers.LayerManager;
import dev.layers.ServiceContract;
import dev.layers.benchmarks.Calculator;
import dev.layers.benchmarks.Modules;
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

/** Calls of a provider: as it is, through a reference, and as counters and locks guard it that a drain can wait for. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CallBenchmark {
    /** What the host holds. */
    @Param
    public Way way;

    private LayerManager manager;
    private Calculator calculator;

    /** Compiles and loads the module. */
    @Setup
    public void load() {
        ServiceContract contract = ServiceContract.builder()
                .provides(Calculator.class)
                .boundary(way.boundary())
                .build();
        manager = LayerManager.builder(contract).build();
        calculator = way.calculator(manager.load(Modules.calculator()));
        if (calculator.add(1, 2) != 3 || !calculator.greet("you").equals("you")) {
            throw new IllegalStateException("Wrong answers");
        }
    }

    /** Drains the calculator, which has to end, and closes the manager. */
    @TearDown
    public void close() {
        if (calculator instanceof DrainedCalculator drained) {
            drained.drain();
        }
        manager.close();
    }

    /** Primitives. */
    @Benchmark
    public int add(Sum sum) {
        sum.number = calculator.add(sum.number, 1);
        return sum.number;
    }

    /** What one thread has added up; threads that shared it would measure their memory. */
    @State(Scope.Thread)
    public static class Sum {
        private int number;
    }

    /** Strings. */
    @Benchmark
    public String greet() {
        return calculator.greet("you");
    }
}
