package dev.layers.internal.cause;

import dev.layers.internal.heap.HeapStep;

/** What no kind knows: tells the last object that is not of what is held. */
final class UnknownCause {
    private UnknownCause() {}

    static Cause of(Way way) {
        String what = Held.what(way);
        if (way.entry() == 0) {
            return Cause.of(Cause.Rank.UNKNOWN, what + " is a root of its own", "see how the path starts");
        }
        HeapStep holder = way.steps().get(way.entry() - 1);
        return Cause.of(
                Cause.Rank.UNKNOWN,
                StepText.lines(java.util.List.of(holder)).get(0) + " keeps " + what,
                "have it let go when the module is unloaded");
    }
}
