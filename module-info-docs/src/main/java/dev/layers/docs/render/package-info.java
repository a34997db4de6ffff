/** Formats: Markdown and HTML. */
package dev.layers.docs.render;
