package dev.layers.internal.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.function.LongSupplier;

/** The moment at which an operation stops waiting. */
public final class Deadline {
    private final LongSupplier nanoTime;
    private final long start;
    private final long end;

    private Deadline(LongSupplier nanoTime, long start, long end) {
        this.nanoTime = nanoTime;
        this.start = start;
        this.end = end;
    }

    /** Returns the deadline that ends {@code limit} from now. */
    public static Deadline in(Duration limit) {
        return in(limit, System::nanoTime);
    }

    static Deadline in(Duration limit, LongSupplier nanoTime) {
        long now = nanoTime.getAsLong();
        return new Deadline(nanoTime, now, now + nanos(limit));
    }

    /** Returns the earlier of this deadline and the one that ends {@code limit} from now. */
    public Deadline within(Duration limit) {
        long now = nanoTime.getAsLong();
        long limited = Math.min(Math.max(0, end - now), nanos(limit));
        return new Deadline(nanoTime, now, now + limited);
    }

    /** Returns the time left, never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
    }

    /** Returns the time since the deadline was set. */
    public Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }

    /** Returns whether no time is left. */
    public boolean isPast() {
        return nanoTime.getAsLong() - end >= 0;
    }

    /** Waits for a signal or the deadline; the caller holds the lock of {@code condition}. */
    public void await(Condition condition) throws InterruptedException {
        condition.await(remaining().toNanos(), TimeUnit.NANOSECONDS);
    }

    /** A century is as good as for ever and keeps sums of nanoseconds from overflowing. */
    private static long nanos(Duration limit) {
        Duration century = Duration.ofDays(36_500);
        return limit.compareTo(century) > 0 ? century.toNanos() : Math.max(0, limit.toNanos());
    }
}
