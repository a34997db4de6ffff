package dev.layers.internal.layer;

/**
 * How the classes and the providers of a linked module are reached.
 *
 * @param loader the loader of its classes, and of others of the application
 * @param providers where its providers come from
 */
public record LinkedSource(ClassLoader loader, LinkedProviders providers) {}
