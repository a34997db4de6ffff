/** What thousands of loads and unloads leave. */
package dev.layers.benchmarks.cycle;
