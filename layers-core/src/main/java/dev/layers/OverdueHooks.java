package dev.layers;

/**
 * What becomes of an unload whose hooks, or the closing of what was registered, did not end in time. The hook was
 * interrupted and is reported in any case.
 *
 * @since 0.1
 */
public enum OverdueHooks {
    /** The unload goes on beside it. */
    GO_ON,
    /**
     * The unload stops: the generation takes no calls and is not released, and unloading it again goes on where this
     * one stopped, without running a hook twice. A reload and a manager that closes go on in any case.
     */
    STOP
}
