/**
 * Checks byte code against the contract before any of it is loaded: an answer where the JVM would throw a
 * {@link LinkageError} at the first call.
 *
 * <p>The rules of resolution are those of JVMS 5.4.3 to 5.4.6. Where something of them cannot be known, nothing is said.
 */
package dev.layers.internal.linkage;
