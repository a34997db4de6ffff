package dev.layers.internal.snapshot;

/** What a path was named as. */
enum Role {
    /** The artifact itself: it has a module descriptor or provides a service. */
    MODULE,
    /** What the module brings along: any classes will do. */
    LIBRARY
}
