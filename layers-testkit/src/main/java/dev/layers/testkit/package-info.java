/**
 * What a test of a module needs: modules compiled from text by {@link dev.layers.testkit.ModuleSource}.
 *
 * <p>No parameter and no result is null.
 *
 * @since 0.1
 */
package dev.layers.testkit;
