/** Calls of a service. */
package dev.layers.benchmarks.call;
