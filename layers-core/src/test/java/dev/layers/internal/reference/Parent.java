package dev.layers.internal.reference;

/** A generic service whose method a child makes narrower. */
public interface Parent<T> {
    T convert(T value);
}
