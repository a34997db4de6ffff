package dev.layers.internal.boundary;

import org.jspecify.annotations.Nullable;

/** How the objects of one class cross, whatever they are declared as. */
@FunctionalInterface
interface ClassRule {
    /**
     * Returns what stands for {@code value} on the other side.
     *
     * @param asked the passage of the place, which takes parts over and words refusals
     */
    @Nullable
    Object cross(Object value, Side side, OpaquePassage asked);
}
