package dev.layers.internal.woven;

/** Code that waits to be run, and need not be. */
interface Droppable {
    /** Drops the code unless it has begun; returns whether it did. */
    boolean drop();
}
