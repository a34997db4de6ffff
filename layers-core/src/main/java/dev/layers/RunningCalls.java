package dev.layers;

/**
 * What happens at unload when calls still run at the end of the time to drain.
 *
 * @since 0.1
 */
public enum RunningCalls {
    /** The unload is refused, the module serves on, and the report names the threads. */
    REOPEN,
    /** The threads are interrupted and waited for once more; what runs even then refuses the unload. */
    INTERRUPT,
    /** The unload goes on beside the calls; classes they have not loaded yet will be missing. */
    PROCEED
}
