package dev.layers.internal.woven;

import java.util.Optional;

/**
 * How one kind of pool, timer or server ends; knows none of them, since they are held weakly and their own methods may be
 * overridden by the module.
 *
 * @param <T> the kind
 */
interface Engine<T> {
    /**
     * Has it take nothing more and drop what has not begun; returns what was done, a sentence. One that the module has ended
     * itself is left to finish.
     */
    Optional<String> close(T engine);

    /** Interrupts what runs in it and drops what waits nonetheless; returns what was done, a sentence. */
    default Optional<String> stop(T engine) {
        return Optional.empty();
    }
}
