package dev.layers;

/**
 * Thrown when the modules of an artifact cannot be resolved or defined together with those of the host.
 *
 * @since 0.1
 */
public final class ModuleResolutionException extends LayerException {
    private static final long serialVersionUID = 1L;

    ModuleResolutionException(String message) {
        super(message);
    }
}
