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
    /** Managed threads are stopped, others are treated as {@link RunningThreads} says. */
    THREADS,
    /** What the module left with the JVM is undone: hooks, drivers, beans, thread-locals, defaults. */
    RESIDUE,
    /** The loader is closed and everything that leads to the generation is dropped. */
    RELEASE
}
