package dev.layers.internal.reference;

import org.jspecify.annotations.Nullable;

/** Takes values of one declared type over the boundary, in either direction. */
@FunctionalInterface
public interface Passage {
    /** Takes values over as they are; generated code leaves the call out. */
    Passage AS_IS = (value, way) -> value;

    /**
     * Returns what stands for {@code value} on the other side.
     *
     * @param way the direction in which it goes
     * @throws RuntimeException if it cannot cross
     */
    @Nullable
    Object pass(@Nullable Object value, Way way);
}
