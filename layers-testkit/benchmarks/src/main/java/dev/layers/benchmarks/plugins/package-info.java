/** The same plug-in in the hands of every system that measurements compare: a bare {@code ModuleLayer}, Layers, and others. */
package dev.layers.benchmarks.plugins;
