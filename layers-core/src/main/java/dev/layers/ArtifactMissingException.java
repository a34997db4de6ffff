package dev.layers;

/**
 * Thrown when there is nothing at the path of an artifact.
 *
 * @since 0.1
 */
public final class ArtifactMissingException extends ArtifactException {
    private static final long serialVersionUID = 1L;

    ArtifactMissingException(String message) {
        super(message);
    }
}
