package dev.layers.retention;

/**
 * Whether a holder lets go without anybody's doing.
 *
 * @since 0.1
 */
public enum Lasting {
    /** It holds on for as long as nobody does anything about it. */
    STAYS,
    /**
     * It lets go in a while: an idle thread of a pool ends, a finalizer runs, the JVM frees what is softly held when memory
     * grows short.
     */
    ENDS_BY_ITSELF
}
