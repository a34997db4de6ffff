package dev.layers.internal.boundary;

import dev.layers.internal.reference.ReferenceShape;

/**
 * What references to objects of one class look like.
 *
 * @param shape their interfaces and methods
 * @param text what {@code toString} of each says
 */
record References(ReferenceShape shape, String text) {}
