/**
 * What holds something that was dropped, as far as a heap dump shows it.
 *
 * <p>A {@link dev.layers.retention.RetentionPath} is one way from a root of the collector to what was dropped, with its
 * cause and what to do about it; a {@link dev.layers.retention.Retention} has all of them that start with a holder of their own. Everything
 * here is text and lists of text, and can be kept for ever.
 *
 * <p>Unless said otherwise, passing {@code null} to a method of this package throws {@link NullPointerException}.
 */
package dev.layers.retention;
