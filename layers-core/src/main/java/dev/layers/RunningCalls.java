package dev.layers;

/**
 * What happens at unload when calls still run at the end of the time to drain.
 *
 * <p>Two unloads never refuse: that of a manager that closes, and that of a generation which could not take over in a
 * reload. They go on as under {@link #PROCEED}; under {@link #INTERRUPT} a manager that closes interrupts first.
 *
 * @since 0.1
 */
public enum RunningCalls {
    /** The unload is refused, the module serves on, and the report names the threads. */
    REOPEN,
    /**
     * The threads are interrupted and waited for once more; what runs even then refuses the unload. A call that ends just
     * then may leave its thread interrupted. This reaches platform threads only: a virtual one that is inside a call is
     * seen and named, but nobody can be handed it.
     */
    INTERRUPT,
    /** The unload goes on beside the calls; classes they have not loaded yet will be missing. */
    PROCEED
}
