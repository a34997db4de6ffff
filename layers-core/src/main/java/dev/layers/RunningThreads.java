package dev.layers;

/**
 * What happens at unload to threads of a module that still run. Threads that the module asked its context for are
 * always interrupted and waited for; its pools and timers take nothing more and drop what has not begun.
 *
 * @since 0.1
 */
public enum RunningThreads {
    /** They are waited for and never interrupted; those that still run are named. */
    WAIT,
    /**
     * They are waited for, for a fifth of the time, then interrupted and waited for again; pools are shut down at once
     * rather than thread by thread. Those that still run are named.
     */
    INTERRUPT,
    /** They are named at once and nothing else is done. */
    REPORT
}
