package dev.layers.internal.drain;

import dev.layers.internal.time.Deadline;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How fast one look follows the other: at once for a while, then slower and slower. */
final class Pace {
    private static final Duration FIRST = Duration.ofNanos(50_000);
    private static final Duration SLOWEST = Duration.ofMillis(1);

    private final int rush;
    private final int share;
    private int looks;
    private Duration pause = FIRST;
    private Deadline look = Deadline.in(Duration.ZERO);

    /**
     * Creates a pace.
     *
     * @param rush how many looks follow at once
     * @param share the time between looks, in terms of the time of one, where that is more than a millisecond
     */
    Pace(int rush, int share) {
        this.rush = rush;
        this.share = share;
    }

    /** Waits between two looks, never beyond {@code deadline}. */
    void pause(Deadline deadline) {
        Duration next = next(look.elapsed());
        if (next.isZero()) {
            Thread.onSpinWait();
        } else {
            deadline.within(next).await(Pace::sleep);
        }
        look = Deadline.in(Duration.ZERO);
    }

    /** Returns how long to wait after a look that took {@code cost}. */
    Duration next(Duration cost) {
        looks++;
        if (looks <= rush) {
            return Duration.ZERO;
        }
        Duration next = pause;
        Duration slowest = longer(SLOWEST, cost.multipliedBy(share));
        pause = pause.multipliedBy(2).compareTo(slowest) > 0 ? slowest : pause.multipliedBy(2);
        return next;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static boolean sleep(long time, TimeUnit unit) throws InterruptedException {
        unit.sleep(time);
        return true;
    }
}
