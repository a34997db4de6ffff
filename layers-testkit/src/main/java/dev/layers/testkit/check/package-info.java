/**
 * The {@code check} command: loads a plug-in jar, calls it, unloads it, and says what is left of it.
 *
 * <p>It is not exported; it is run from the jar {@code layers-check.jar}.
 */
package dev.layers.testkit.check;
