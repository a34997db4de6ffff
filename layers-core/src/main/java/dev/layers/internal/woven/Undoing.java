package dev.layers.internal.woven;

import java.util.Optional;

/** How one registration with the JVM is undone. */
public interface Undoing {
    /** Returns what was registered, as text: {@code shutdown hook 'Thread-3'}. */
    String what();

    /** Returns what is tried, for the message that it failed. */
    default String attempt() {
        return "undoing " + what();
    }

    /**
     * Undoes it; may run code of the module.
     *
     * @return what was done, a sentence; empty if nothing was left to do
     * @throws Irreversible if nothing undoes it
     * @throws Exception if it cannot be undone
     */
    Optional<String> undo() throws Exception;

    /** Lets go of the module; it will not be undone. */
    default void abandon() {}
}
