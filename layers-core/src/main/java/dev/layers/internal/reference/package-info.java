/**
 * The host's stable handles on services: calls are counted through a gate, targets are swapped beneath.
 *
 * <p>A reference holds nothing of a module but through its {@link dev.layers.internal.reference.Switch}, and that lets
 * go when the module is unloaded.
 */
package dev.layers.internal.reference;
