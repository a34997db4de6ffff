package dev.layers.internal.boundary;

/** What calls of references do whose generation is gone. */
public enum LateCalls {
    FAIL,
    DO_NOTHING
}
