package dev.layers.internal.snapshot;

/** Thrown when the directory of an archive does not hold together. */
final class DamagedArchive extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedArchive(String message) {
        super(message);
    }
}
