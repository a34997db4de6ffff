/** Many modules at once. */
package dev.layers.benchmarks.set;
