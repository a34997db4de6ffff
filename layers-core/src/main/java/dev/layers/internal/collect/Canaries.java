package dev.layers.internal.collect;

import dev.layers.internal.time.Deadline;
import java.lang.ref.ReferenceQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The canaries that have not gone yet; for the thread of a probe alone.
 *
 * <p>Each is a class loader, and the first to go tells of a collection for all that is watched. So the pause before the next
 * one doubles for as long as none goes: what is dropped meanwhile shares it.
 */
final class Canaries {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    /** Between a collection and the next canary, for cleaners to run. */
    private static final Duration CLEANING = Duration.ofSeconds(1);

    private final ReferenceQueue<Object> queue;
    private final List<Canary> waiting = new ArrayList<>();
    private Duration pause = FIRST_PAUSE;
    private Deadline due = Deadline.in(Duration.ZERO);

    /** Begins with none; {@code queue} is told of each that is gone. */
    Canaries(ReferenceQueue<Object> queue) {
        this.queue = queue;
    }

    /** Returns one for all that was dropped up to now. */
    Canary release() {
        Canary canary = Canary.release(queue);
        waiting.add(canary);
        due = Deadline.in(pause);
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
        return canary;
    }

    /** Returns how long what has none waits for the next one. */
    Duration untilDue() {
        return due.remaining();
    }

    /** Makes the next one due for what was dropped just now, if there is none, or an answer is wanted in time. */
    void hurry(boolean urgent) {
        if (urgent || waiting.isEmpty()) {
            due = Deadline.in(Duration.ZERO);
        }
    }

    /** Returns whether one is gone that was not forgotten. */
    boolean isAnyGone() {
        return waiting.stream().anyMatch(Canary::isGone);
    }

    /** Forgets those that are gone; returns whether there were any. */
    boolean forgetGone() {
        boolean isAnyGone = waiting.removeIf(Canary::isGone);
        if (isAnyGone) {
            pause = FIRST_PAUSE;
            due = Deadline.in(CLEANING);
        }
        return isAnyGone;
    }
}
