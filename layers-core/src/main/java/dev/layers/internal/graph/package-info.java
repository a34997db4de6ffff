/** What stands on what: orders, levels, separate parts and cycles of names. */
package dev.layers.internal.graph;
