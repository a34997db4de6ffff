package dev.layers.module;

/**
 * Why a generation ends.
 *
 * @since 0.1
 */
public enum UnloadReason {
    /** Another generation takes its place, or could not take it. */
    RELOAD,
    /** The host unloads the module, or its first load failed. */
    UNLOAD,
    /** The host closes its manager. */
    SHUTDOWN
}
