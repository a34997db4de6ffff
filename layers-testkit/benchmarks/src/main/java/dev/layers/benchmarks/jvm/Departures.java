package dev.layers.benchmarks.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What was unloaded, until the JVM has let all of it go. */
public final class Departures {
    private static final int MOST_REQUESTS = 20;
    private static final long WATCHING_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LOOKING_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    private final List<BooleanSupplier> pending = new ArrayList<>();

    /** Adds one, by what tells whether it is gone. */
    public void add(BooleanSupplier gone) {
        pending.add(gone);
    }

    /** Requests collections until all are gone, and returns how many that took. */
    public int await() {
        int requests = 0;
        while (isPending()) {
            if (requests == MOST_REQUESTS) {
                throw new IllegalStateException(
                        pending.size() + " of the unloaded are still there after " + requests + " collections");
            }
            System.gc();
            requests++;
            // who watches passively learns of a collection a moment after it
            for (long end = System.nanoTime() + WATCHING_NANOS; isPending() && System.nanoTime() < end; ) {
                LockSupport.parkNanos(LOOKING_NANOS);
            }
        }
        return requests;
    }

    private boolean isPending() {
        pending.removeIf(BooleanSupplier::getAsBoolean);
        return !pending.isEmpty();
    }
}
