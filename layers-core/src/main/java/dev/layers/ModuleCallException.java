package dev.layers;

import dev.layers.internal.failure.ModuleFailure;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by a call when its provider throws an exception of a type that only the module knows.
 *
 * <p>It tells what the module threw as text: name of the class and message as its message, stack trace, causes and
 * suppressed exceptions. It holds nothing of the module and can be kept.
 *
 * @since 0.1
 */
public final class ModuleCallException extends LayerException {
    private static final long serialVersionUID = 1L;

    /** The name of the class of what was thrown. */
    private final String type;

    private ModuleCallException(String type, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.type = type;
    }

    /** Returns the exception that tells what {@code failure} is a copy of. */
    static ModuleCallException of(ModuleFailure failure) {
        Throwable cause = failure.getCause();
        ModuleCallException exception =
                new ModuleCallException(failure.type(), failure.toString(), cause == null ? null : told(cause));
        exception.setStackTrace(failure.getStackTrace());
        for (Throwable suppressed : failure.getSuppressed()) {
            exception.addSuppressed(told(suppressed));
        }
        return exception;
    }

    /**
     * Returns the name of the class of the exception that the module threw.
     *
     * @return the name, as {@link Class#getName()} gives it
     * @since 0.1
     */
    public String type() {
        return type;
    }

    private static Throwable told(Throwable part) {
        return part instanceof ModuleFailure failure ? of(failure) : part;
    }
}
