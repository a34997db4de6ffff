package dev.layers.docs;

import java.util.Objects;

/** Why no pages could be made, in words for the person who asked for them. */
public abstract class DocsException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one without a cause.
     *
     * @param message where, what was found, what was wanted, and what to do
     */
    protected DocsException(String message) {
        super(message);
    }

    /**
     * Creates one with a cause.
     *
     * @param message where, what was found, what was wanted, and what to do
     * @param cause why, for who mends this
     */
    protected DocsException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public final String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
