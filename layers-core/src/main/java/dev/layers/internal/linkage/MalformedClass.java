package dev.layers.internal.linkage;

/** A class file is none: it cannot be read further. */
final class MalformedClass extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedClass(Throwable cause) {
        super(cause);
    }
}
