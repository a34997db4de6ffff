package dev.layers;

/**
 * What becomes of a reload when what the old generation hands over does not come through: a hook fails or does not end in time,
 * what it returns is no value, the new generation fails after it has looked at it, or has no hook of that name.
 *
 * @since 0.1
 */
public enum RefusedState {
    /**
     * The new generation is started with nothing, and {@link LayerEvent.StateLost} is told. If it had looked at what it was given,
     * it is discarded and another one is made, whose statics are fresh. For want of a hook of one name, only what that one gave is
     * lost.
     */
    START_FRESH,
    /** The reload fails and the old generation serves on. */
    FAIL
}
