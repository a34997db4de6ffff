package dev.layers.internal.snapshot;

import java.time.Duration;

/**
 * How large an artifact may be, and how long it has to be at rest to count as written completely.
 *
 * @param entries the most entries of one jar or directory, directories among them
 * @param inflated the most bytes that the files of one jar or directory may have together, inflated
 * @param depth the most names in the path of an entry
 * @param quiet how long an artifact that cannot be read must have been at rest to be called broken; an hour at
 *     most
 */
public record Limits(int entries, long inflated, int depth, Duration quiet) {
    /** An array holds a few bytes less than its index could count. */
    static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    /** Longer than anybody waits; what is beyond it no clock could add. */
    private static final Duration LONGEST_QUIET = Duration.ofHours(1);

    public Limits {
        quiet = quiet.compareTo(LONGEST_QUIET) > 0 ? LONGEST_QUIET : quiet;
    }

    /** Returns the most bytes that one file may have. */
    long file() {
        return Math.min(inflated, LONGEST_ARRAY);
    }

    /** Returns the quiet period in words. */
    String quietText() {
        return quiet.toMillis() + " ms";
    }
}
