package dev.layers.module;

import org.jspecify.annotations.Nullable;

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
     * Says whether the module is fit to serve, by returning or not. Runs at every load, after the start hooks of all hooks and
     * before any call reaches the module, under one deadline with them.
     *
     * <p>A failure here is a failure to load: what was started is stopped again, and at a reload the generation before serves on. A
     * probe that does not end in time is interrupted and left behind, and {@link #beforeUnload} may run beside it.
     *
     * @throws Exception if the module cannot serve
     */
    default void probe() throws Exception {}

    /**
     * Returns what the next generation shall go on with. Called at a reload on the generation that is about to be replaced, before
     * the next one starts. Where the host starts the new one first, that is while this one still serves: what calls change
     * afterwards the module chooses to lose. Where the host stops the old one first, it is after the last call has ended, and
     * before {@link #beforeUnload}.
     *
     * {@snippet class="dev.layers.module.ModuleLifecycleTest" region="state"}
     *
     * <p>The hook of the same class name in the next generation gets the value by {@link ModuleContext#handedOver()}. It may
     * consist of simple values of the JDK such as {@code String}, {@code Integer}, {@code Instant} and {@code Path}, of enums and
     * records of the contract, and of lists, sets, maps, entries, optionals and arrays of all these. It is copied as soon as it is
     * returned, and the copy holds nothing of this generation: records are made anew by their constructor, and lists, sets and
     * maps of any class become an {@link java.util.ArrayList}, a {@link java.util.LinkedHashSet} and a
     * {@link java.util.LinkedHashMap} in the same order. What calls may change at the same time has to bear being read, as a
     * concurrent collection does. Services, functions, streams, futures, throwables and objects of the module's own classes are
     * refused.
     *
     * <p>If one hook fails, does not end in time, or returns what is refused, then either nothing that any hook of the module
     * returned reaches the next generation, and the host is told; or the reload fails and this generation serves on: as the host's
     * policy says. Called again at the next reload if this generation still serves then; never twice at once.
     *
     * @return a value of the JDK or of the contract, or null if there is nothing to hand over
     * @throws Exception if the module cannot tell
     */
    default @Nullable Object handOver() throws Exception {
        return null;
    }

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
