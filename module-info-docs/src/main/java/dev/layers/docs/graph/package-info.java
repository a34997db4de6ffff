/** The graph of modules: its collapse, its layout, and its pictures. */
package dev.layers.docs.graph;
