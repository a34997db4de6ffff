/** Searches the JVM, by its public API, for what a generation left there, and undoes it. */
package dev.layers.internal.residue;
