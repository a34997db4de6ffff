package dev.layers;

/**
 * Thrown when an artifact is well formed and holds neither a module nor services.
 *
 * @since 0.1
 */
public final class ModuleMissingException extends ArtifactException {
    private static final long serialVersionUID = 1L;

    ModuleMissingException(String message) {
        super(message);
    }
}
