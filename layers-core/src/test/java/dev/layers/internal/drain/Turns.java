package dev.layers.internal.drain;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Two threads that take turns in leaving a call: either leaves only while the other is inside. */
final class Turns {
    private final AtomicInteger round = new AtomicInteger();
    private final CyclicBarrier both = new CyclicBarrier(2, round::incrementAndGet);
    private final CountDownLatch begun = new CountDownLatch(2);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger fewest = new AtomicInteger(2);

    /** Returns what thread 0 or 1 does until it is interrupted. */
    Runnable thread(int number) {
        Runnable call = StagedClasses.entry("chat#1", () -> stay(number));
        return () -> {
            while (!both.isBroken()) {
                call.run();
                outside();
            }
        };
    }

    /** Waits until both have been inside. */
    void awaitBegin() {
        StagedThreads.await(begun);
    }

    /** Returns how many were inside at least. */
    int fewest() {
        return fewest.get();
    }

    private void stay(int number) {
        inside.incrementAndGet();
        begun.countDown();
        try {
            both.await();
            while (round.get() % 2 != number) {
                both.await();
            }
        } catch (InterruptedException | BrokenBarrierException over) {
            return;
        }
        fewest.accumulateAndGet(inside.decrementAndGet(), Math::min);
    }

    private static void outside() {
        try {
            TimeUnit.MILLISECONDS.sleep(1);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
