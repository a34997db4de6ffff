package dev.layers;

/**
 * Which of two generations goes first when a module is reloaded.
 *
 * @since 0.1
 */
public enum ReloadOrder {
    /** The new generation is loaded, started and probed while the old one serves; then calls go to it. */
    START_FIRST,
    /**
     * The old generation is unloaded before the new one is loaded, and callers wait meanwhile: for modules that own a port or a
     * file. If the new one fails, the bytes of the old one are started again, with fresh statics.
     */
    STOP_FIRST
}
