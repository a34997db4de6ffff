package dev.layers.docs.model;

/** What a type was declared as. */
public enum TypeKind {
    CLASS,
    INTERFACE,
    RECORD,
    ENUM,
    ANNOTATION
}
