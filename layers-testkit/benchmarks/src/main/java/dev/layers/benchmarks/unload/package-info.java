/** Unloading, and what the JVM needs to let go. */
package dev.layers.benchmarks.unload;
