/** Reads files that say which modules are wanted. */
package dev.layers.internal.desired;
