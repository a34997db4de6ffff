package dev.layers.retention;

/**
 * How something is held that outlived collections.
 *
 * @since 0.1
 */
public enum Hold {
    /** No collection frees it while its holders stay. */
    STRONG,
    /** Soft references alone hold it: the JVM frees it when memory grows short, or when nobody used them for long. */
    SOFT,
    /** Nobody looked: no heap dump was allowed, or none could be made or read. */
    UNEXAMINED
}
