package dev.layers;

/**
 * Thrown when an artifact is cut short or still being written; waiting may help.
 *
 * @since 0.1
 */
public final class ArtifactIncompleteException extends ArtifactException {
    private static final long serialVersionUID = 1L;

    ArtifactIncompleteException(String message) {
        super(message);
    }
}
