package dev.layers.internal.watch;

import java.time.Duration;

/**
 * How a directory is watched.
 *
 * @param quiet how long nothing may have changed before a change is told
 * @param poll how often it is looked at although nothing was noticed
 * @param longest how long an artifact may go on changing before that is told
 * @param bounds how much of one artifact is looked at
 */
public record Terms(Duration quiet, Duration poll, Duration longest, Bounds bounds) {
    /** A change that is at rest waits so many quiet periods for others that are not. */
    private static final int PATIENCE = 10;

    /**
     * How much of one artifact is looked at.
     *
     * @param entries the most files and directories
     * @param bytes the most bytes that are read to tell one content from another
     * @param depth the most names in the path of a file
     */
    public record Bounds(int entries, long bytes, int depth) {}

    /** Returns how long a change that is at rest waits for others, so that what belongs together comes together. */
    Duration patience() {
        return quiet.multipliedBy(PATIENCE);
    }
}
