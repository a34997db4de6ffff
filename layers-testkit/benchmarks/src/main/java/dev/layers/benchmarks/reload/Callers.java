package dev.layers.benchmarks.reload;

import dev.layers.benchmarks.Calculator;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Threads that call all the time, and check each answer. */
final class Callers {
    private static final int BATCH = 1000;
    private static final VarHandle ONE = one();

    private final Calculator calculator;
    private volatile boolean over;

    @SuppressWarnings("unused") // read by the handle: so the compiler can not make one addition of many calls
    private int one = 1;

    Callers(Calculator calculator) {
        this.calculator = calculator;
    }

    /** Something to do while they call. */
    interface Meanwhile {
        void run() throws Exception;
    }

    /** Counts the calls that two threads make meanwhile, and takes no time of them. */
    long count(Meanwhile meanwhile) throws Exception {
        return during(meanwhile, this::call).stream().mapToLong(Long::longValue).sum();
    }

    /** Measures the pauses that two threads have meanwhile. */
    Pauses pauses(Meanwhile meanwhile) throws Exception {
        Pauses all = new Pauses();
        during(meanwhile, this::listen).forEach(all::add);
        return all;
    }

    private <T> List<T> during(Meanwhile meanwhile, Supplier<T> work) throws Exception {
        over = false;
        List<CompletableFuture<T>> threads =
                Stream.of("caller-1", "caller-2").map(name -> start(name, work)).toList();
        try {
            meanwhile.run();
        } finally {
            over = true;
        }
        return threads.stream().map(CompletableFuture::join).toList();
    }

    private static <T> CompletableFuture<T> start(String name, Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        new Thread(() -> result.completeAsync(work, Runnable::run), name).start();
        return result;
    }

    private long call() {
        long calls = 0;
        int sum = 0;
        while (!over) {
            for (int call = 0; call < BATCH; call++) {
                sum = calculator.add(sum, (int) ONE.getOpaque(this));
            }
            calls += BATCH;
            check(sum, calls);
        }
        return calls;
    }

    private Pauses listen() {
        Pauses pauses = new Pauses();
        int sum = 0;
        long calls = 0;
        long last = System.nanoTime();
        while (!over) {
            sum = calculator.add(sum, 1);
            calls++;
            long now = System.nanoTime();
            pauses.add(now - last);
            last = now;
        }
        check(sum, calls);
        return pauses;
    }

    private static VarHandle one() {
        try {
            return MethodHandles.lookup().findVarHandle(Callers.class, "one", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void check(int sum, long calls) {
        if (sum != (int) calls) {
            throw new IllegalStateException(calls + " calls added up to " + sum);
        }
    }
}
