package dev.layers;

/**
 * Thrown by a call whose module is unloaded, is being unloaded, or no longer provides the service.
 *
 * @since 0.1
 */
public final class ModuleUnloadedException extends LayerException {
    private static final long serialVersionUID = 1L;

    ModuleUnloadedException(String message) {
        super(message);
    }
}
