/** A directory whose changes are told when they are at rest; it knows files and nothing of what is done with them. */
package dev.layers.internal.watch;
