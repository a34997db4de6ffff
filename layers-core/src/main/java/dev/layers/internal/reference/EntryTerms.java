package dev.layers.internal.reference;

/**
 * What the entries of one generation have in common.
 *
 * @param loaderName the name of the loaders of their classes, which stands in stack frames
 * @param gate what they ask before they let a call in
 * @param inward the direction of calls
 */
public record EntryTerms(String loaderName, Gate gate, Way inward) {}
