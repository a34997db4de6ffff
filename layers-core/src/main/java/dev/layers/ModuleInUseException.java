package dev.layers;

/**
 * Thrown when a module is to be unloaded on which others stand.
 *
 * @since 0.1
 */
public final class ModuleInUseException extends LayerException {
    private static final long serialVersionUID = 1L;

    ModuleInUseException(String message) {
        super(message);
    }
}
