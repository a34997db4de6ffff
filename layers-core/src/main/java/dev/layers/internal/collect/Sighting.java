package dev.layers.internal.collect;

import java.time.Duration;

/**
 * What watching came to.
 *
 * @param kind what was seen
 * @param after the time from the drop until it was seen
 * @param collections how many collections that unload classes were seen meanwhile
 * @param reason why nothing can be known; empty unless unconfirmed
 */
public record Sighting(Kind kind, Duration after, int collections, String reason) {
    /** What can be seen of something dropped. */
    public enum Kind {
        COLLECTED,
        RETAINED,
        UNCONFIRMED
    }
}
