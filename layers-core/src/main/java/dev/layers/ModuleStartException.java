package dev.layers;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a start hook of a module, or its probe, fails or does not end in time.
 *
 * @since 0.1
 */
public final class ModuleStartException extends LayerException {
    private static final long serialVersionUID = 1L;

    ModuleStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
