package dev.layers.module;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;

/**
 * What a generation is given when it starts. All methods may be called from any thread.
 *
 * @since 0.1
 */
public interface ModuleContext {
    /**
     * Returns the name of the module.
     *
     * @return the name in its descriptor
     */
    String name();

    /**
     * Returns the number of the generation.
     *
     * @return 1 for the first one loaded under this name, then counted up
     */
    int generation();

    /**
     * Returns what the hook of the same class name in the generation before handed over, while hooks start and probe. What a
     * module wants to keep it has to take by then.
     *
     * @return the value and its giver; empty if nothing was handed over, if it was lost, and once the generation serves
     */
    Optional<HandedOver> handedOver();

    /**
     * Returns the service that the host lends under {@code type}.
     *
     * @param <S> the type of the service
     * @param type an interface that the contract uses
     * @return the host's instance
     * @throws IllegalArgumentException if the contract does not use {@code type}
     */
    <S> S service(Class<S> type);

    /**
     * Returns the executor of the generation. Its threads start as they are needed; at unload they are interrupted and
     * waited for.
     *
     * @return the same executor at every call
     * @throws IllegalStateException if the threads of the generation are being stopped, which is after its hooks
     */
    ExecutorService executor();

    /**
     * Returns a factory of threads that are interrupted and waited for at unload.
     *
     * @return the same factory at every call; it throws {@link IllegalStateException} once the threads of the generation
     *     are being stopped
     */
    ThreadFactory threadFactory();

    /**
     * Registers what must be closed at unload. The last registered is closed first; a failure is reported and stops
     * nothing.
     *
     * @param resource what to close, after the last {@link ModuleLifecycle#beforeUnload} and before threads are stopped
     * @throws IllegalStateException if what was registered is being closed already
     */
    void onUnload(AutoCloseable resource);

    /**
     * Returns a directory for files that the module needs no longer than it is loaded. It is made when it is first asked for, only
     * its owner can read it where the file system knows owners, and the unload deletes it with all that is in it; links in it
     * are deleted, not followed.
     *
     * @return the same directory at every call
     * @throws IllegalStateException if the unload has deleted it
     * @throws java.io.UncheckedIOException if it cannot be made
     */
    Path temporaryDirectory();
}
