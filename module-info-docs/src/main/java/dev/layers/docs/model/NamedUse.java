package dev.layers.docs.model;

/** A parameter of a method or a component of a record; {@code arg0} and so on where the class file has no name. */
public record NamedUse(String name, TypeUse type) {}
