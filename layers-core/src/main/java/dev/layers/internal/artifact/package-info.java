/** What everybody agrees on who looks for artifacts. */
package dev.layers.internal.artifact;
