package dev.layers;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a reload was given up and the old generation serves on.
 *
 * @since 0.1
 */
public final class ReloadRefusedException extends LayerException {
    private static final long serialVersionUID = 1L;

    ReloadRefusedException(String message) {
        super(message);
    }

    ReloadRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
