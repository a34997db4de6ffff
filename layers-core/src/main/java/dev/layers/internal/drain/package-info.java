/**
 * When no thread is inside a call of one generation any longer, told by stacks alone, so that calls cost nothing.
 *
 * <p>The frames of generated classes say where a call is: a {@code service} frame of the module's references chooses the
 * generation, the {@code entry} frame right above it names the chosen one, a {@code crossing} frame calls an object
 * that came over the boundary.
 */
package dev.layers.internal.drain;
