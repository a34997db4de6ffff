package dev.layers.module;

/**
 * The hooks of a module.
 *
 * @since 0.1
 */
public interface ModuleLifecycle {
    /**
     * Runs after the providers of the module were created and before any call reaches them.
     *
     * <p>A failure here is a failure to load: what was started before is stopped again, and the host is told.
     *
     * @param context the generation that starts; valid until it is unloaded
     * @throws Exception if the module cannot serve
     */
    default void start(ModuleContext context) throws Exception {}

    /**
     * Runs once for every generation that was started, after the last call has ended and before anything is closed. Where the
     * host has said so, and when it shuts down, calls that did not end in time may still run beside it.
     *
     * <p>A failure here is reported to the host and stops nothing.
     *
     * @param context why the generation ends, and how much time the hook has
     * @throws Exception if the module cannot clean up
     */
    default void beforeUnload(UnloadContext context) throws Exception {}
}
