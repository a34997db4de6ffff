package dev.layers;

import dev.layers.retention.Retention;
import java.time.Duration;
import java.util.Objects;

/**
 * Whether the JVM let an unloaded generation go.
 *
 * @since 0.1
 */
public sealed interface Verdict {
    /**
     * Returns how long after the release it was reached.
     *
     * @return the time from release to verdict
     */
    Duration after();

    /**
     * The JVM cleared every reference to the layer and its loader, weak and phantom.
     *
     * @param after the time from release to verdict
     * @since 0.1
     */
    record Collected(Duration after) implements Verdict {
        @Override
        public String toString() {
            return "COLLECTED after " + Text.of(after);
        }
    }

    /**
     * Something holds the generation: loaders that were dropped later, four at least and over two seconds, have been
     * collected, it has not.
     *
     * @param after the time from release to verdict
     * @param collections how many collections that unload classes it has outlived
     * @param retention what holds it, as far as anybody looked
     * @since 0.1
     */
    record Retained(Duration after, int collections, Retention retention) implements Verdict {
        /** Checks the components. */
        public Retained {
            Objects.requireNonNull(retention, "retention");
        }

        @Override
        public String toString() {
            return "RETAINED, outlived " + collections + " collections in " + Text.of(after);
        }
    }

    /**
     * Nobody can know: no collection that unloads classes was seen, or too few.
     *
     * @param after the time from release to verdict
     * @param reason why not
     * @since 0.1
     */
    record Unconfirmed(Duration after, String reason) implements Verdict {
        @Override
        public String toString() {
            return "UNCONFIRMED after " + Text.of(after) + ": " + reason;
        }
    }
}
