/**
 * The private copy of an artifact: read once, whole, into memory; from then on the artifact may change or go.
 *
 * <p>A snapshot speaks {@code java.lang.module}: it is a finder of module references whose readers serve its bytes.
 */
package dev.layers.internal.snapshot;
