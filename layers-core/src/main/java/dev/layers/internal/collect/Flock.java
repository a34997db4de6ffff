package dev.layers.internal.collect;

import dev.layers.internal.time.Deadline;
import java.lang.ref.ReferenceQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * All that one probe watches, and the canaries it shares; for the thread of the probe alone.
 *
 * <p>All of it is looked at once for each collection, and not whenever something is added: there may be many.
 */
final class Flock {
    /** A collection that unloads no class takes a plain object all the same, and no canary tells of it. */
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

    private final List<Watch> watched = new ArrayList<>();
    private final List<Watch> alone = new ArrayList<>();
    private final Canaries canaries;
    private Deadline due = Deadline.in(LONGEST_SLEEP);
    private boolean requesting;

    /** Begins with nothing; {@code queue} is told of each canary that is gone. */
    Flock(ReferenceQueue<Object> queue) {
        this.canaries = new Canaries(queue);
    }

    boolean isEmpty() {
        return watched.isEmpty();
    }

    /** Returns whether a collection is to be requested for something. */
    boolean isRequesting() {
        return requesting;
    }

    /** Returns whether something waits for a canary. */
    boolean isAnyAlone() {
        return !alone.isEmpty();
    }

    boolean isAnyCanaryGone() {
        return canaries.isAnyGone();
    }

    /** Takes what was dropped just now. */
    void add(List<Watch> dropped) {
        if (!dropped.isEmpty()) {
            canaries.hurry(dropped.stream().anyMatch(Watch::isUrgent));
        }
        watched.addAll(dropped);
        dropped.forEach(this::expect);
    }

    /** One canary serves all that have none: it is made after all of them were dropped. Returns whether it was made. */
    boolean accompany() {
        if (alone.isEmpty() || (!requesting && !canaries.untilDue().isZero())) {
            return false;
        }
        Canary canary = canaries.release();
        alone.forEach(watch -> watch.accompany(canary));
        alone.clear();
        return true;
    }

    /** Returns whether a canary has gone since this was asked last, or it is time for something. */
    boolean isDue() {
        return canaries.forgetGone() || due.isPast();
    }

    /** Returns when to come back, whatever happens until then. */
    Deadline due() {
        return alone.isEmpty() || requesting ? due : due.within(canaries.untilDue());
    }

    /** Looks at everything, and drops that of which {@code isOver} is true. */
    void look(Predicate<Watch> isOver) {
        watched.removeIf(isOver);
        alone.clear();
        requesting = false;
        due = Deadline.in(LONGEST_SLEEP);
        watched.forEach(this::expect);
    }

    /** Takes note of what {@code watch} waits for. */
    private void expect(Watch watch) {
        if (watch.needsCanary()) {
            alone.add(watch);
        }
        requesting |= watch.isRequesting();
        due = due.within(watch.remaining());
    }
}
