package dev.layers;

import dev.layers.internal.layer.ModuleCode;
import dev.layers.preflight.Origin;

/**
 * A draft that may be loaded; no code of it has run.
 *
 * <p>It may lead to the layers of the generations that the module stands on, and is kept no longer than the load takes.
 */
sealed interface Preparation permits ResolvedArtifact, LinkedPreparation {
    /** Returns what it was made of. */
    Draft draft();

    /** Returns which generations the module stands on. */
    Footing footing();

    /**
     * Makes the code of a generation reachable.
     *
     * @throws PreflightException if the JDK refuses it
     */
    ModuleCode define(GenerationName name);

    /**
     * Makes code reachable that others can be resolved against and that is never run; it has to be released.
     *
     * @throws PreflightException if the JDK refuses it
     */
    ModuleCode rehearse();

    default String module() {
        return draft().module();
    }

    default Source source() {
        return draft().source();
    }

    default Origin origin() {
        return draft().origin();
    }
}
