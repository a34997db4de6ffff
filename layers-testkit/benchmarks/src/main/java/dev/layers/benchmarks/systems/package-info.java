/**
 * Systems that load plug-ins, each driven as its documentation says, and the same plug-ins built for each of them.
 *
 * <p>All of them find the service {@link java.util.function.UnaryOperator}, which every plug-in provides.
 */
package dev.layers.benchmarks.systems;
