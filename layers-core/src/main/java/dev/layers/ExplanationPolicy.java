package dev.layers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether it is looked up in a heap dump what holds a generation that outlived collections.
 *
 * <p>A dump pauses the JVM, has the size of its live heap on disk, and contains whatever the heap does: it is written to a
 * private temporary directory and deleted as soon as it has been read.
 *
 * @since 0.1
 */
public sealed interface ExplanationPolicy {
    /**
     * Returns the policy that never makes a dump: what is retained is {@link dev.layers.retention.Hold#UNEXAMINED}.
     *
     * @return the default policy of a manager
     */
    static ExplanationPolicy none() {
        return new None();
    }

    /**
     * Returns the policy that makes a dump when something is retained: one for all that wait for it; in the directory for temporary
     * files, for live heaps up to 4 GB, within a minute, with at most 10 paths each.
     *
     * @return a policy for tests, tools, and hosts that can afford the pause
     */
    static HeapDump heapDump() {
        return new HeapDump(Optional.empty(), 4L << 30, Duration.ofMinutes(1), 10);
    }

    /**
     * No dump.
     *
     * @since 0.1
     */
    record None() implements ExplanationPolicy {}

    /**
     * A dump when something is retained.
     *
     * @param directory where the private directory of the dump is made; empty for that of temporary files
     * @param largestHeap the used heap, in bytes, above which no dump is made
     * @param limit how long the dump and reading it may take together; reading is given up then
     * @param paths how many paths are told of each generation
     * @since 0.1
     */
    record HeapDump(Optional<Path> directory, long largestHeap, Duration limit, int paths)
            implements ExplanationPolicy {
        /** Checks the components. */
        public HeapDump {
            Objects.requireNonNull(directory, "directory");
            if (largestHeap < 0 || Objects.requireNonNull(limit, "limit").isNegative() || paths < 1) {
                throw new IllegalArgumentException("Explanation policy: largestHeap " + largestHeap + ", limit " + limit
                        + ", paths " + paths + "; wanted zero or more, zero or more, one or more");
            }
        }

        /**
         * Returns this policy with another place for dumps.
         *
         * @param parent an existing directory
         * @return the changed policy
         */
        public HeapDump in(Path parent) {
            return new HeapDump(Optional.of(parent), largestHeap, limit, paths);
        }

        /**
         * Returns this policy for other heaps.
         *
         * @param bytes the used heap above which no dump is made
         * @return the changed policy
         * @throws IllegalArgumentException if {@code bytes} is negative
         */
        public HeapDump upTo(long bytes) {
            return new HeapDump(directory, bytes, limit, paths);
        }

        /**
         * Returns this policy with another time.
         *
         * @param time how long the dump and reading it may take together
         * @return the changed policy
         * @throws IllegalArgumentException if {@code time} is negative
         */
        public HeapDump within(Duration time) {
            return new HeapDump(directory, largestHeap, time, paths);
        }
    }
}
