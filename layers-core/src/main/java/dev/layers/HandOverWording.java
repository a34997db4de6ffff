package dev.layers;

import java.time.Duration;
import java.util.Set;

/** What is said of values that are handed over, or not. */
final class HandOverWording {
    private HandOverWording() {}

    /** Says that the hook did not give what it was asked for. */
    static String failed(GenerationName giver, String hook, String found) {
        return "Module '" + giver.module() + "': handOver of '" + hook + "' " + found;
    }

    static String overdue(GenerationName giver, String hook, Duration limit, String found) {
        return failed(giver, hook, "did not end within " + Text.of(limit) + ": " + found);
    }

    /** Says that the hook was not called, since it was called before and has not ended. */
    static String stillRuns(GenerationName giver, String hook, Duration limit) {
        return failed(giver, hook, "has not ended since an earlier reload, nor within " + Text.of(limit));
    }

    /** Says that there was nobody to take something. */
    static String unclaimed(GenerationName taker, Set<String> hooks) {
        return "Module '" + taker.module() + "': '" + taker + "' has no hook named "
                + String.join(", ", hooks.stream().map(hook -> "'" + hook + "'").toList())
                + " to take what that of the generation before handed over; keep the names of hooks that hand over";
    }

    static String otherType(GenerationName giver, String hook, Class<?> given, Class<?> asked) {
        return "Module '" + giver.module() + "': '" + hook + "' of '" + giver + "' handed over a '" + given.getName()
                + "', asked for as '" + asked.getName() + "'; ask for a type that it has, or look at its version first";
    }

    /** Says that a reload fails of it. */
    static String servesOn(String reason, GenerationName giver) {
        return reason + "; '" + giver + "' serves on";
    }
}
