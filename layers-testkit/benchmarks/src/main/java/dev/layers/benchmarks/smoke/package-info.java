/** A look at the ratios, with bounds that only a fault exceeds. */
package dev.layers.benchmarks.smoke;
