package dev.layers.docs.model;

import java.util.List;

/** A type variable where it is declared. */
public record TypeParameter(String name, List<TypeUse> bounds) {}
