package dev.layers.benchmarks;

import dev.layers.internal.woven.WovenThreadLocal;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A thread-local of the JDK, and the one that takes its place in woven code. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ThreadLocalBenchmark {
    private final ThreadLocal<Integer> plain = ThreadLocal.withInitial(() -> 1);
    private final ThreadLocal<Integer> woven = WovenThreadLocal.withInitial(() -> 1);

    /** The JDK's. */
    @Benchmark
    public Integer plainGet() {
        return plain.get();
    }

    /** Ours. */
    @Benchmark
    public Integer wovenGet() {
        return woven.get();
    }

    /** The JDK's. */
    @Benchmark
    public void plainSet() {
        plain.set(1);
    }

    /** Ours. */
    @Benchmark
    public void wovenSet() {
        woven.set(1);
    }

    /** The JDK's, as code that tidies up uses it. */
    @Benchmark
    public void plainSetAndRemove() {
        plain.set(1);
        plain.remove();
    }

    /** Ours. */
    @Benchmark
    public void wovenSetAndRemove() {
        woven.set(1);
        woven.remove();
    }
}
