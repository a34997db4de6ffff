package dev.layers;

/**
 * Thrown when another operation on the module did not end in time, or when one is asked for from inside another.
 *
 * @since 0.1
 */
public final class ModuleBusyException extends LayerException {
    private static final long serialVersionUID = 1L;

    ModuleBusyException(String message) {
        super(message);
    }
}
