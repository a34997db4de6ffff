/**
 * The layer of one generation: its loader, its parents on the host's side, its providers.
 *
 * <p>{@link dev.layers.internal.layer.GenerationLayer} is the only strong path to a live {@code ModuleLayer}.
 */
package dev.layers.internal.layer;
