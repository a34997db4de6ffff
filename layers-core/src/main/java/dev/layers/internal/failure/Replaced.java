package dev.layers.internal.failure;

import java.io.Serializable;

/** Stands in a serial form for a throwable that is not written. */
record Replaced(int number) implements Serializable {
    private static final long serialVersionUID = 1L;
}
