package dev.layers.residue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Patience with threads that are on their way out. */
final class Quiet {
    /** For what may be there for good. */
    static final Duration SHORT = Duration.ofMillis(400);
    /** For what is bound to end, and so seldom waited for to the end. */
    static final Duration LONG = Duration.ofSeconds(10);

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(50);

    private Quiet() {}

    /** Returns what is seen since {@code before} once {@code limit} has passed, or nothing as soon as there is none. */
    static List<String> since(Traces before, Duration limit) throws Exception {
        long start = System.nanoTime();
        List<String> seen = Traces.now().since(before);
        while (!seen.isEmpty() && System.nanoTime() - start < limit.toNanos()) {
            LockSupport.parkNanos(PAUSE);
            seen = Traces.now().since(before);
        }
        return seen;
    }

    /** Waits a moment. */
    static void await() {
        long start = System.nanoTime();
        while (System.nanoTime() - start < MOMENT) {
            LockSupport.parkNanos(PAUSE);
        }
    }
}
