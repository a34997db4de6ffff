/** Finds in a heap dump what holds an object: the ways from the roots of the collector to it. */
package dev.layers.internal.heap;
