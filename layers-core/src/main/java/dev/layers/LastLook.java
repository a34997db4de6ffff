package dev.layers;

import dev.layers.internal.thread.Stacks;
import java.util.Map;
import java.util.Optional;

/**
 * The look at all threads with which the drain of a generation ended; the census does with it where no code of the generation
 * can have run since.
 */
final class LastLook {
    private final Stacks stacks;
    private final Generation generation;
    private final Supervision supervision;
    private Optional<Map<Thread, StackTraceElement[]>> seen = Optional.empty();
    private int runs;

    LastLook(Stacks stacks, Generation generation, Supervision supervision) {
        this.stacks = stacks;
        this.generation = generation;
        this.supervision = supervision;
    }

    /** Looks anew. */
    Map<Thread, StackTraceElement[]> take() {
        Map<Thread, StackTraceElement[]> now = stacks.take();
        seen = Optional.of(now);
        runs = supervision.runs();
        return now;
    }

    /** Returns what was seen, once, if it still holds. */
    Optional<Map<Thread, StackTraceElement[]>> again() {
        Optional<Map<Thread, StackTraceElement[]>> last = seen;
        seen = Optional.empty();
        return isIdle() ? last : Optional.empty();
    }

    private boolean isIdle() {
        return supervision.runs() == runs
                && !generation.isReleased()
                && generation.parts().threads().isEmpty()
                && generation.belongings().isIdle();
    }
}
