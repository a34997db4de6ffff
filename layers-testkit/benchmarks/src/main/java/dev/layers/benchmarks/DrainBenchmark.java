package dev.layers.benchmarks;

import dev.layers.internal.boundary.CrossingRules;
import dev.layers.internal.drain.CallCensus;
import dev.layers.internal.reference.Crossing;
import dev.layers.internal.reference.Entries;
import dev.layers.internal.reference.EntryTerms;
import dev.layers.internal.reference.Gate;
import dev.layers.internal.reference.Line;
import dev.layers.internal.reference.ReferenceShape;
import dev.layers.internal.reference.ReferenceTexts;
import dev.layers.internal.reference.ServiceKey;
import dev.layers.internal.reference.Way;
import dev.layers.internal.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
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

/** From one generation to the next, until no call of the former is left; the median counts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DrainBenchmark {
    private static final ServiceKey KEY = new ServiceKey(Calculator.class.getName(), "bench.Sum");

    /** How many threads call all the time. */
    @Param({"0", "2"})
    public int callers;

    /** How many other threads there are. */
    @Param({"0", "1000"})
    public int idle;

    /** How many virtual threads are parked, on JDK 21 and later. */
    @Param("0")
    public int parked;

    private final Line line = new Line("bench references", false);
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Generation> generations = new ArrayList<>();
    private volatile boolean over;
    private int serving;

    /** What calls go to. */
    private record Generation(Entries entries, Gate gate, CallCensus census) {}

    /** Starts all threads. */
    @Setup
    public void start() throws ReflectiveOperationException {
        ReferenceShape shape = new CrossingRules(List.of(Calculator.class), List.of()).shape(Calculator.class);
        for (int number = 1; number <= 2; number++) {
            generations.add(generation("bench#" + number));
        }
        line.turnTo(generations.get(0).entries());
        Calculator calculator = (Calculator) line.reference(KEY, shape, new Nowhere());
        for (int number = 0; number < callers; number++) {
            new Thread(() -> call(calculator)).start();
        }
        for (int number = 0; number < idle; number++) {
            new Thread(this::idle).start();
        }
        for (int number = 0; number < parked; number++) {
            Runnable idling = this::idle;
            Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, idling);
        }
    }

    /** Ends all threads. */
    @TearDown
    public void end() {
        over = true;
        end.countDown();
    }

    /** Turns, closes, waits; then the former generation may be turned to again. */
    @Benchmark
    public int swapAndDrain() {
        Generation former = generations.get(serving);
        serving = 1 - serving;
        line.turnTo(generations.get(serving).entries());
        former.gate().close();
        if (!former.census().begin().awaitQuiet(Deadline.in(Duration.ofSeconds(10)))) {
            throw new IllegalStateException("not quiet within ten seconds");
        }
        former.gate().reopen();
        return serving;
    }

    private static Generation generation(String name) {
        CallCensus census = new CallCensus(Set.of(name + " calls"));
        Gate gate = new Gate(census::isCurrentThreadInside);
        Entries entries = new Entries(new EntryTerms(name + " calls", gate, new Passing()), Map.of(KEY, new Sum()));
        return new Generation(entries, gate, census);
    }

    private void call(Calculator calculator) {
        int number = 0;
        while (!over) {
            for (int times = 0; times < 1000; times++) {
                number = calculator.add(number, times);
            }
        }
        if (number == Integer.MIN_VALUE) {
            throw new IllegalStateException("the sums are needed, so that nobody leaves out the calls");
        }
    }

    private void idle() {
        try {
            end.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets everything pass. */
    private static final class Passing extends Way {
        @Override
        public Way back() {
            return this;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void refuse(Crossing reference) {
            throw new IllegalStateException("closed");
        }

        @Override
        public Throwable thrown(Throwable thrown, String method) {
            return thrown;
        }

        @Override
        public ClassLoader contextLoader() {
            return null;
        }
    }

    /** What a reference says that leads nowhere. */
    private static final class Nowhere implements ReferenceTexts {
        @Override
        public String description() {
            return "reference";
        }

        @Override
        public RuntimeException unavailable() {
            return new IllegalStateException("nobody takes this call");
        }

        @Override
        public RuntimeException overdue(Duration waited) {
            return new IllegalStateException("nobody waits here");
        }

        @Override
        public boolean isStale() {
            return false;
        }
    }
}
