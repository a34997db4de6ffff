/**
 * Benchmarks, each beside a bare {@code ModuleLayer} or another way of doing the same, so that what counts is the ratio
 * within one run.
 */
package dev.layers.benchmarks;
