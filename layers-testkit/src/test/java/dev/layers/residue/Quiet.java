package dev.layers.residue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Patience with threads that are on their way out. */
final class Quiet {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long LIMIT = TimeUnit.MILLISECONDS.toNanos(400);

    private Quiet() {}

    /** Returns what is seen since {@code before} once some time has passed, or nothing as soon as there is none. */
    static List<String> since(Traces before) throws Exception {
        long start = System.nanoTime();
        List<String> seen = Traces.now().since(before);
        while (!seen.isEmpty() && System.nanoTime() - start < LIMIT) {
            LockSupport.parkNanos(PAUSE);
            seen = Traces.now().since(before);
        }
        return seen;
    }

    /** Waits a moment. */
    static void await() {
        long start = System.nanoTime();
        while (System.nanoTime() - start < LIMIT / 8) {
            LockSupport.parkNanos(PAUSE);
        }
    }
}
