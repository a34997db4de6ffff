/** A guide: pages that people wrote in Markdown, read so that they stand beside those about modules. */
package dev.layers.docs.guide;
