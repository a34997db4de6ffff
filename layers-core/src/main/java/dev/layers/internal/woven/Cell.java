package dev.layers.internal.woven;

import org.jspecify.annotations.Nullable;

/** The value of one thread-local on one thread; all that the thread holds of it. */
final class Cell {
    private final @Nullable Thread thread;
    /** The cell itself if there is none: one field that is written at once, by whatever thread. */
    private @Nullable Object content = this;

    /**
     * Creates an empty one.
     *
     * @param thread whose it is, which alone holds it; null if that is not known yet
     */
    Cell(@Nullable Thread thread) {
        this.thread = thread;
    }

    /** Returns the value, or the cell itself if it has none. */
    @Nullable
    Object content() {
        return content;
    }

    void fill(@Nullable Object value) {
        content = value;
    }

    void empty() {
        content = this;
    }

    /** Returns the thread if it lives and the value is an object of a module. */
    @Nullable
    Thread holder() {
        Object value = content;
        boolean isOfModule = value != null && Belongings.of(value.getClass()) != null;
        return isOfModule && thread != null && thread.isAlive() ? thread : null;
    }
}
