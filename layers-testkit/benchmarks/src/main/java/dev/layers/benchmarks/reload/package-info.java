/** Calls while what they go to is replaced. */
package dev.layers.benchmarks.reload;
