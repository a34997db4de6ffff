package dev.layers.testkit.check;

/** Thrown when the command line asks for what cannot be done; its message says what to change. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
