package dev.layers;

import java.util.Objects;

/**
 * How many unloaded generations of a module the JVM may still hold before another one is loaded.
 *
 * <p>A generation counts once it has outlived two collections that unload classes, whether it was unloaded, replaced or
 * failed to start; one that no collection has looked at may be mere garbage and does not count. Where the JVM unloads no
 * classes at all, each one counts. Where {@link CollectionPolicy#request} permits it, collections are requested, for five
 * seconds at the most, before anything is said.
 *
 * @param limit the number of generations that must not be reached
 * @param excess what happens to a load or a reload when there are as many
 * @since 0.1
 */
public record GenerationPolicy(int limit, Excess excess) {
    /**
     * What happens to a load or a reload that finds too many generations uncollected.
     *
     * @since 0.1
     */
    public enum Excess {
        /** It goes on. */
        GO_ON,
        /** It goes on, and listeners are told by {@link LayerEvent.TooManyGenerations}, and the log by a warning. */
        WARN,
        /**
         * It is refused with {@link TooManyGenerationsException}: a reload before anything is read, a load once the
         * artifact has told its name and before any code of it runs. What serves goes on serving.
         */
        REFUSE
    }

    /** Checks the components. */
    public GenerationPolicy {
        Objects.requireNonNull(excess, "excess");
        if (limit < 1) {
            throw new IllegalArgumentException("Generation policy: limit is " + limit + "; wanted one or more");
        }
    }

    /**
     * Returns the default: a warning at ten.
     *
     * @return the default policy
     */
    public static GenerationPolicy standard() {
        return new GenerationPolicy(10, Excess.WARN);
    }
}
