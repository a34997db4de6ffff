package dev.layers.internal.reference;

/** A service that tells by its answer whether a call was made. */
public interface Succession {
    /** Returns the number after {@code value}. */
    int next(int value);
}
