/** Tells what a way through the heap means: its cause, and what to do about it. */
package dev.layers.internal.cause;
