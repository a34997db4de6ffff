/** The files of a documentation: written, or compared with what is there. */
package dev.layers.docs.site;
