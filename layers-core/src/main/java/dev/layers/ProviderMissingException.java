package dev.layers;

/**
 * Thrown when a module provides no service of the contract, or not the one that is asked for.
 *
 * @since 0.1
 */
public final class ProviderMissingException extends LayerException {
    private static final long serialVersionUID = 1L;

    ProviderMissingException(String message) {
        super(message);
    }
}
