/**
 * Modules that leave something behind, one for each kind, for tests of a test suite's own checks.
 *
 * <p>Each {@link dev.layers.testkit.leaks.Leak} is a {@link dev.layers.testkit.ModuleSource} that provides {@link
 * java.lang.Runnable}, by its descriptor and by {@code META-INF/services}, so that it works with Layers, with a bare {@link
 * java.lang.ModuleLayer} and with a {@link java.net.URLClassLoader}. Running it leaks.
 *
 * <p>Unless said otherwise, passing {@code null} to a method of this package throws {@link NullPointerException}.
 */
package dev.layers.testkit.leaks;
