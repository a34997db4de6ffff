package dev.layers.docs.guide;

import org.commonmark.node.CustomBlock;

/**
 * What holds a table that may be wider than the page.
 *
 * @see GuideRenderer
 */
final class ScrolledTable extends CustomBlock {}
