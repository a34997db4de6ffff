package dev.layers.internal.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The moment at which an operation stops waiting; handed down to every step of it.
 *
 * <p>Its waits outlast interrupts: what was begun is finished, and the flag stands again afterwards.
 */
public final class Deadline {
    private final LongSupplier nanoTime;
    private final long start;
    private final long end;

    private Deadline(LongSupplier nanoTime, long start, long end) {
        this.nanoTime = nanoTime;
        this.start = start;
        this.end = end;
    }

    /** Waits up to a time; returns whether what it waits for has come. */
    @FunctionalInterface
    public interface TimedWait {
        boolean await(long time, TimeUnit unit) throws InterruptedException;
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

    /** Waits until what {@code wait} waits for has come, or the deadline; returns whether it has come. */
    public boolean await(TimedWait wait) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return wait.await(remaining().toNanos(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits until {@code thread} has ended, or the deadline; returns whether it has ended. */
    public boolean join(Thread thread) {
        return await((time, unit) -> {
            unit.timedJoin(thread, time);
            return !thread.isAlive();
        });
    }

    /** A century is as good as for ever and keeps sums of nanoseconds from overflowing. */
    private static long nanos(Duration limit) {
        Duration century = Duration.ofDays(36_500);
        if (limit.isNegative()) {
            return 0;
        }
        return limit.compareTo(century) > 0 ? century.toNanos() : limit.toNanos();
    }
}
