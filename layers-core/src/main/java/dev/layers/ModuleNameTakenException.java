package dev.layers;

/**
 * Thrown when a module of the same name is loaded already.
 *
 * @since 0.1
 */
public final class ModuleNameTakenException extends LayerException {
    private static final long serialVersionUID = 1L;

    ModuleNameTakenException(String message) {
        super(message);
    }
}
