package dev.layers.docs.model;

/** What the declaration of a type or member says beside its kind. */
public enum Trait {
    /** Of a nested type also: every type around it is public or protected. */
    PUBLIC,
    PROTECTED,
    ABSTRACT,
    STATIC,
    FINAL,
    DEFAULT,
    SEALED,
    VARARGS,
    /** A constant of an enum. */
    CONSTANT,
    DEPRECATED
}
