/** Loads, up to the answer of the first call: warm, in a fresh JVM, and what checks and weaving have of it. */
package dev.layers.benchmarks.load;
