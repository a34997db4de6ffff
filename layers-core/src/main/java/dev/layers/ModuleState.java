package dev.layers;

/**
 * Where a module is in its life: {@code ACTIVE -> UNLOADING -> UNLOADED}, or back from {@code UNLOADING} to
 * {@code ACTIVE} when the unload was refused. One that was stopped stays {@code UNLOADING} until it is asked for again.
 *
 * @since 0.1
 */
public enum ModuleState {
    /** Calls reach it. */
    ACTIVE,
    /** No further calls reach it; what runs is waited for, hooks run. */
    UNLOADING,
    /** Its loader is closed and nothing here holds it; whether the JVM let it go is the verdict's matter. */
    UNLOADED
}
