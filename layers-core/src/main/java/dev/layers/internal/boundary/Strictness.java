package dev.layers.internal.boundary;

/** What happens to a value that cannot cross. */
public enum Strictness {
    /** It is refused. */
    GUARDED,
    /** It crosses as it is, with a warning. */
    WARN
}
