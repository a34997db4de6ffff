/** Tells whether the JVM collected what was dropped: collected, retained, or cannot be known. */
package dev.layers.internal.collect;
