package dev.layers.internal.collect;

import dev.layers.internal.time.Deadline;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** How much is being done at whose end something will be watched. */
final class Expectations {
    private final AtomicInteger pending = new AtomicInteger();
    private final Semaphore met = new Semaphore(0);

    <T> T during(Supplier<T> work) {
        pending.incrementAndGet();
        try {
            return work.get();
        } finally {
            pending.decrementAndGet();
            met.release();
        }
    }

    /** Waits until nothing is expected, or the deadline. */
    void await(Deadline deadline) {
        met.drainPermits();
        while (pending.get() > 0 && !deadline.isPast()) {
            deadline.await(met::tryAcquire);
        }
    }
}
