package dev.layers.internal.snapshot;

import java.io.IOException;

/** Thrown when the bytes of an archive do not say what its directory promises. */
final class DamagedEntry extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedEntry(String message) {
        super(message);
    }
}
