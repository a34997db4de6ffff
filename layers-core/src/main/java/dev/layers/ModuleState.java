package dev.layers;

/**
 * Where a module is in its life: {@code ACTIVE -> UNLOADING -> UNLOADED}, or back from {@code UNLOADING} to
 * {@code ACTIVE} when the unload was refused. One that was stopped stays {@code UNLOADING} until it is asked for again. A reload
 * under {@link ReloadOrder#STOP_FIRST} may leave it {@code DOWN}.
 *
 * @since 0.1
 */
public enum ModuleState {
    /** Calls reach it. */
    ACTIVE,
    /** No further calls reach it; what runs is waited for, hooks run. */
    UNLOADING,
    /**
     * No generation serves: the new one did not start, and the bytes of the old one did not start again either. It keeps its
     * name and its references, and can be reloaded or unloaded.
     */
    DOWN,
    /** Its loader is closed and nothing here holds it; whether the JVM let it go is the verdict's matter. */
    UNLOADED
}
