package dev.layers.preflight;

/**
 * How much a finding matters.
 *
 * @since 0.1
 */
public enum Severity {
    /** The module is refused. */
    ERROR,
    /** The module is loaded, and something in it will probably fail. */
    WARNING,
    /** Something to know; nothing is wrong. */
    NOTE
}
