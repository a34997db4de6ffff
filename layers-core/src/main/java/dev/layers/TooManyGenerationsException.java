package dev.layers;

/**
 * Thrown when the JVM still holds as many unloaded generations of a module as the {@link GenerationPolicy} allows, and
 * another one would be loaded. A module that serves goes on serving.
 *
 * @since 0.1
 */
public final class TooManyGenerationsException extends LayerException {
    private static final long serialVersionUID = 1L;

    TooManyGenerationsException(String message) {
        super(message);
    }
}
