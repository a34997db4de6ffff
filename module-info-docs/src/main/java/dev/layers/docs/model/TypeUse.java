package dev.layers.docs.model;

import java.util.List;

/** A type where a signature names it. */
public sealed interface TypeUse {
    /** A primitive type, or {@code void}. */
    record Primitive(String name) implements TypeUse {}

    /** A class or interface by its binary name. */
    record Named(String name, List<TypeUse> arguments) implements TypeUse {}

    /** A type variable. */
    record Variable(String name) implements TypeUse {}

    /** An array. */
    record Array(TypeUse component) implements TypeUse {}

    /** A wildcard; no bounds for {@code ?}. */
    record Wildcard(List<TypeUse> upper, List<TypeUse> lower) implements TypeUse {}
}
