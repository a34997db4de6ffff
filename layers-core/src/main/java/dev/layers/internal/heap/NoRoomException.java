package dev.layers.internal.heap;

import java.io.IOException;

/** Thrown when what a dump holds does not fit in the memory that is left. */
final class NoRoomException extends IOException {
    private static final long serialVersionUID = 1L;

    NoRoomException(String message) {
        super(message);
    }
}
