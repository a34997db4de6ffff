package dev.layers.benchmarks.reload;

import dev.layers.benchmarks.Calculator;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Threads that call all the time, and check each answer; what they do in a lead is not looked at. */
final class Callers {
    private static final int BATCH = 1000;
    private static final Duration ENDING = Duration.ofMinutes(1);
    private static final VarHandle ONE = one();

    private final Calculator calculator;
    private final Duration lead;
    private long counted;
    private volatile Phase phase = Phase.OVER;

    @SuppressWarnings("unused") // read by the handle: so the compiler can not make one addition of many calls
    private int one = 1;

    /**
     * Makes callers.
     *
     * @param calculator whom they call
     * @param lead how long they call before what they do counts
     */
    Callers(Calculator calculator, Duration lead) {
        this.calculator = calculator;
        this.lead = lead;
    }

    private enum Phase {
        LEAD,
        COUNTED,
        OVER
    }

    /** Something to do while they call. */
    interface Meanwhile {
        void run() throws Exception;
    }

    /** Returns how many calls two threads make in a second meanwhile; takes no time of them. */
    double perSecond(Meanwhile meanwhile) throws Exception {
        long calls = during(meanwhile, this::call).stream()
                .mapToLong(Long::longValue)
                .sum();
        return calls * 1e9 / counted;
    }

    /** Measures the pauses that two threads have meanwhile. */
    Pauses pauses(Meanwhile meanwhile) throws Exception {
        Pauses all = new Pauses();
        during(meanwhile, this::listen).forEach(all::add);
        return all;
    }

    private <T> List<T> during(Meanwhile meanwhile, Supplier<T> work) throws Exception {
        phase = Phase.LEAD;
        List<CompletableFuture<T>> threads =
                Stream.of("caller-1", "caller-2").map(name -> start(name, work)).toList();
        try {
            new SystemClock().sleepUntil(System.nanoTime() + lead.toNanos());
            long begin = System.nanoTime();
            phase = Phase.COUNTED;
            meanwhile.run();
            counted = System.nanoTime() - begin;
        } finally {
            phase = Phase.OVER;
            await(threads);
        }
        return threads.stream().map(CompletableFuture::join).toList();
    }

    private static <T> void await(List<CompletableFuture<T>> threads) {
        CompletableFuture.allOf(threads.toArray(CompletableFuture[]::new))
                .orTimeout(ENDING.toSeconds(), TimeUnit.SECONDS)
                .exceptionally(failure -> null)
                .join();
    }

    private static <T> CompletableFuture<T> start(String name, Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        new Thread(() -> result.completeAsync(work, Runnable::run), name).start();
        return result;
    }

    private long call() {
        long calls = 0;
        long ahead = 0;
        int sum = 0;
        for (Phase now = phase; now != Phase.OVER; now = phase) {
            for (int call = 0; call < BATCH; call++) {
                sum = calculator.add(sum, (int) ONE.getOpaque(this));
            }
            calls += BATCH;
            check(sum, calls);
            if (now == Phase.LEAD) {
                ahead = calls;
            }
        }
        return calls - ahead;
    }

    private Pauses listen() {
        Pauses pauses = new Pauses();
        int sum = 0;
        long calls = 0;
        long last = System.nanoTime();
        for (Phase current = phase; current != Phase.OVER; current = phase) {
            sum = calculator.add(sum, 1);
            calls++;
            long now = System.nanoTime();
            if (current == Phase.COUNTED) {
                pauses.add(now - last);
            }
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
