package dev.layers;

import java.time.Duration;
import java.util.Objects;

/**
 * How large an artifact may be, and how long it has to be at rest to count as written completely.
 *
 * @param entries the most entries of one jar or directory, directories among them
 * @param inflated the most bytes that the files of one jar or directory may have together, inflated
 * @param depth the most names in the path of a file, from the top of its jar or directory
 * @param quiet how long an artifact that cannot be read must have been at rest to be called broken; younger ones are
 *     waited for, and are not ready if they change meanwhile
 * @since 0.1
 */
public record ArtifactPolicy(int entries, long inflated, int depth, Duration quiet) {
    private static final ArtifactPolicy DEFAULT =
            new ArtifactPolicy(100_000, 512L * 1024 * 1024, 64, Duration.ofMillis(200));

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if a number is less than one or the duration is negative
     */
    public ArtifactPolicy {
        requirePositive("entries", entries);
        requirePositive("inflated", inflated);
        requirePositive("depth", depth);
        if (Objects.requireNonNull(quiet, "quiet").isNegative()) {
            throw new IllegalArgumentException("Artifact policy: quiet is " + quiet + "; wanted zero or more");
        }
    }

    /**
     * Returns the default: 100,000 entries, 512 MiB inflated, 64 names in a path, 200 ms at rest.
     *
     * @return the default policy
     */
    public static ArtifactPolicy standard() {
        return DEFAULT;
    }

    /**
     * Returns this policy with another number of entries.
     *
     * @param limit the most entries of one jar or directory, directories among them
     * @return the changed policy
     * @throws IllegalArgumentException if {@code limit} is less than one
     */
    public ArtifactPolicy entriesUpTo(int limit) {
        return new ArtifactPolicy(limit, inflated, depth, quiet);
    }

    /**
     * Returns this policy with another size.
     *
     * @param bytes the most bytes that the files of one jar or directory may have together, inflated
     * @return the changed policy
     * @throws IllegalArgumentException if {@code bytes} is less than one
     */
    public ArtifactPolicy inflatedUpTo(long bytes) {
        return new ArtifactPolicy(entries, bytes, depth, quiet);
    }

    /**
     * Returns this policy with another depth.
     *
     * @param names the most names in the path of a file
     * @return the changed policy
     * @throws IllegalArgumentException if {@code names} is less than one
     */
    public ArtifactPolicy depthUpTo(int names) {
        return new ArtifactPolicy(entries, inflated, names, quiet);
    }

    /**
     * Returns this policy with another time at rest.
     *
     * @param period how long an artifact that cannot be read must have been at rest to be called broken
     * @return the changed policy
     * @throws IllegalArgumentException if {@code period} is negative
     */
    public ArtifactPolicy quietFor(Duration period) {
        return new ArtifactPolicy(entries, inflated, depth, period);
    }

    private static void requirePositive(String name, long number) {
        if (number < 1) {
            throw new IllegalArgumentException("Artifact policy: " + name + " is " + number + "; wanted one or more");
        }
    }
}
