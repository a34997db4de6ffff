package dev.layers;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** When to try again what failed for a reason that may pass; later each time. */
final class Retries {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Duration shortest;
    private final LongSupplier nanoTime;
    /** Guarded by this, like the time. */
    private Duration pause;

    private Optional<Long> due = Optional.empty();

    Retries(Duration shortest, LongSupplier nanoTime) {
        this.shortest = shortest;
        this.nanoTime = nanoTime;
        this.pause = shortest;
    }

    /** Takes that something failed; it is tried again after the time that this returns. */
    synchronized Duration failed() {
        Duration wait = pause;
        due = Optional.of(nanoTime.getAsLong() + wait.toNanos());
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
        return wait;
    }

    /** Takes that everything is tried now. */
    synchronized void begin() {
        if (due.isEmpty()) {
            pause = shortest;
        }
        due = Optional.empty();
    }

    synchronized boolean isDue() {
        return due.filter(time -> time - nanoTime.getAsLong() <= 0).isPresent();
    }

    /** Returns the time until it is due, a millisecond or more. */
    synchronized Optional<Duration> next() {
        return due.map(time -> Duration.ofNanos(Math.max(1_000_000, time - nanoTime.getAsLong())));
    }
}
