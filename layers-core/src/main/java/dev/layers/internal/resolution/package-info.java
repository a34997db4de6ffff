/**
 * What module descriptors say about whether a module can be loaded beside those of its host: everything at once, where the
 * JDK tells one thing by an exception.
 */
package dev.layers.internal.resolution;
