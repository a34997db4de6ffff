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
     * Returns the policy that requests collections until the verdict is known. One request serves all generations of the
     * manager that wait. It pauses the whole JVM for as long as a full collection takes. Where {@code System.gc()} collects
     * nothing, the JVM's diagnostic commands are used, so {@code -XX:+DisableExplicitGC} does not prevent it. Below two
     * seconds a limit can lead to collected or unconfirmed, never to retained.
     *
     * @param limit how long to go on
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
     * @param limit how long collections are requested
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
