package dev.layers;

/**
 * Thrown when an artifact is of the wrong form or damaged; waiting does not help.
 *
 * @since 0.1
 */
public final class ArtifactUnreadableException extends ArtifactException {
    private static final long serialVersionUID = 1L;

    ArtifactUnreadableException(String message) {
        super(message);
    }
}
