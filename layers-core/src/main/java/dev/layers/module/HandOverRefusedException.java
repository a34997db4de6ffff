package dev.layers.module;

/**
 * Thrown by a start hook, or a probe, that does not accept what it was handed over. As with any other failure of a hook that
 * looked at it, the host's policy says whether the module is started once more without, as another generation, or the reload fails.
 *
 * @since 0.1
 */
public final class HandOverRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message why it is not accepted
     */
    public HandOverRefusedException(String message) {
        super(message);
    }

    /**
     * Says why, and what led to it.
     *
     * @param message why it is not accepted
     * @param cause what was thrown when it was looked at
     */
    public HandOverRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
