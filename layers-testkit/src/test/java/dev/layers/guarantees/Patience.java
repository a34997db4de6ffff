package dev.layers.guarantees;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what is bound to come; that it has not come after half a minute is a failure. */
public final class Patience {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

    private Patience() {}

    /** Waits until {@code condition} holds; {@code what} says what that means. */
    public static void until(String what, Callable<Boolean> condition) throws Exception {
        long start = System.nanoTime();
        while (!condition.call()) {
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw new AssertionError("Waited " + LIMIT.toSeconds() + " s in vain until " + what);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    /**
     * Requests collections until all of {@code traces} are gone. A compiler that is at work on a method holds its class until it is
     * done, which no number of requests hastens.
     */
    public static void untilCollected(Collection<? extends WeakReference<?>> traces) throws Exception {
        until("all " + traces.size() + " are collected", () -> {
            System.gc();
            return traces.stream().allMatch(trace -> trace.refersTo(null));
        });
    }

    /** Waits until {@code thread} has ended. */
    public static void untilEnded(Thread thread) throws InterruptedException {
        thread.join(LIMIT.toMillis());
        if (thread.isAlive()) {
            throw new AssertionError("Thread '" + thread.getName() + "' has not ended in " + LIMIT.toSeconds() + " s");
        }
    }
}
