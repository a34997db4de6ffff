/** Rewrites the classes of modules while they are defined: calls that leave something with the JVM go to {@code woven}. */
package dev.layers.internal.weave;
