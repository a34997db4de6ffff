package dev.layers.internal.boundary;

import dev.layers.internal.reference.Crossing;
import dev.layers.internal.reference.ReferenceShape;
import dev.layers.internal.reference.Way;

/** Makes references; the class of one shape is made once. */
@FunctionalInterface
public interface ReferenceMaker {
    /**
     * Returns a new reference to {@code target}.
     *
     * @param way the direction in which its calls go
     * @param text what {@code toString} says
     */
    Crossing create(ReferenceShape shape, Way way, Object target, String text);
}
