package dev.layers.internal.heap;

/** How one object on a path leads to the next. */
public enum Link {
    /** A field of an instance; the label is its name. */
    FIELD,
    /** A static field of a class; the label is its name. */
    STATIC_FIELD,
    /** A slot of an array; the label is its index. */
    ELEMENT,
    /** From an instance, or an array, to its class. */
    CLASS,
    /** From a class to the loader that defined it. */
    LOADER,
    /** From a loader to a class that it defined. */
    DEFINED_CLASS,
    /** From a class to its super class. */
    SUPERCLASS,
    /** From a class to its protection domain. */
    PROTECTION_DOMAIN,
    /** From a class to its signers. */
    SIGNERS,
    /** From a class to what its constant pool resolved. */
    RESOLVED_CONSTANTS,
    /** None: the last step, what was sought. */
    END
}
