package dev.layers;

/**
 * Thrown when a module was not loaded or reloaded because another one was not that belongs to the same change. Its cause is what
 * became of that one.
 *
 * @since 0.1
 */
public final class LoadAbandonedException extends LayerException {
    private static final long serialVersionUID = 1L;

    LoadAbandonedException(String message, LayerException cause) {
        super(message, cause);
    }
}
