package dev.layers;

/**
 * The steps of an unload, in their order.
 *
 * @since 0.1
 */
public enum UnloadStep {
    /** The gate is closed and calls that run are waited for. */
    DRAIN,
    /** {@code beforeUnload} runs, last started first. */
    HOOKS,
    /** What the module registered with {@code onUnload} is closed, last registered first. */
    REGISTRATIONS,
    /** Managed threads are stopped, others are waited for. */
    THREADS,
    /** The loader is closed and everything that leads to the generation is dropped. */
    RELEASE
}
