package dev.layers;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a provider of a module cannot be created: its class, static initialiser, constructor or provider method
 * fails.
 *
 * @since 0.1
 */
public final class ProviderCreationException extends LayerException {
    private static final long serialVersionUID = 1L;

    ProviderCreationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
