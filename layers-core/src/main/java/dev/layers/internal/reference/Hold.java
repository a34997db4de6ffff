package dev.layers.internal.reference;

import dev.layers.internal.time.Deadline;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A time in which calls wait. */
final class Hold {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Duration limit;

    /** Begins it; no call waits longer than {@code limit}. */
    Hold(Duration limit) {
        this.limit = limit;
    }

    Duration limit() {
        return limit;
    }

    /** Waits for the end; returns whether it came in time. */
    boolean await() {
        return Deadline.in(limit).await(ended::await);
    }

    void end() {
        ended.countDown();
    }
}
