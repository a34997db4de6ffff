/** Pages as blocks and words, before any format. */
package dev.layers.docs.text;
