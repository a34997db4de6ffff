package dev.layers;

import java.time.Duration;
import java.util.Objects;

/**
 * Whether collections are requested to learn whether an unloaded generation goes, and how long it is watched.
 *
 * @since 0.1
 */
public sealed interface CollectionPolicy {
    /**
     * Returns how long a generation is watched.
     *
     * @return the time until the verdict is {@link Verdict.Unconfirmed} for want of enough collections
     */
    Duration limit();

    /**
     * Returns the policy that never requests a collection: the verdict comes with the collections that happen anyway,
     * and stays pending until then or until the manager is closed.
     *
     * @return the default policy
     */
    static CollectionPolicy passive() {
        return new Passive(Duration.ofSeconds(Long.MAX_VALUE));
    }

    /**
     * Returns the policy that never requests a collection, and says that nothing is known when none has come for long enough.
     *
     * @param limit how long to wait for the verdict; a collection that comes later is still told of, by
     *     {@link UnloadReport#collected()}
     * @return the policy
     * @throws IllegalArgumentException if {@code limit} is negative
     */
    static CollectionPolicy passive(Duration limit) {
        return new Passive(limit);
    }

    /**
     * Returns the policy that requests collections until the verdict is known. One request serves all generations of the
     * manager that wait. It pauses the whole JVM for as long as a full collection takes. Where {@code System.gc()} collects
     * nothing, the JVM's diagnostic commands are used, so {@code -XX:+DisableExplicitGC} does not prevent it. Below two
     * seconds a limit can lead to collected or unconfirmed, never to retained.
     *
     * <p>What was retained may be held by what ends by itself: a soft reference, the idle thread of a pool, a connection that
     * is kept alive. Unless it is known to be held for good, collections are requested again after about 10, 30, 70 and 120
     * seconds, for five seconds at the most, and no more after that; {@link UnloadReport#collected()} tells what they, or
     * any that come by themselves, let go. To count soft references as no hold at all, start the JVM with
     * {@code -XX:SoftRefLRUPolicyMSPerMB=0}: every collection clears them then.
     *
     * @param limit how long to go on until the verdict
     * @return a policy for tests, tools, and hosts that can afford the pause
     * @throws IllegalArgumentException if {@code limit} is negative
     */
    static CollectionPolicy request(Duration limit) {
        return new Request(limit);
    }

    /**
     * Watches and never requests.
     *
     * @param limit how long a generation is watched
     * @since 0.1
     */
    record Passive(Duration limit) implements CollectionPolicy {
        /** Checks the component. */
        public Passive {
            requireNotNegative(limit);
        }
    }

    /**
     * Requests collections.
     *
     * @param limit how long collections are requested until the verdict
     * @since 0.1
     */
    record Request(Duration limit) implements CollectionPolicy {
        /** Checks the component. */
        public Request {
            requireNotNegative(limit);
        }
    }

    private static void requireNotNegative(Duration limit) {
        if (Objects.requireNonNull(limit, "limit").isNegative()) {
            throw new IllegalArgumentException("Collection policy: limit is " + limit + "; wanted zero or more");
        }
    }
}
