package dev.layers;

/**
 * What becomes of calls of a module's objects, such as listeners and callbacks, that come when their generation is gone.
 *
 * <p>While calls of the generation are waited for it may yet serve on: so nothing is ignored then, and such calls throw
 * {@link ModuleUnloadedException} unless they come from inside a call of that generation.
 *
 * @since 0.1
 */
public enum StaleCalls {
    /** They throw {@link ModuleUnloadedException}. */
    THROW,
    /** They do nothing, and return nothing: null, zero or false. */
    IGNORE
}
