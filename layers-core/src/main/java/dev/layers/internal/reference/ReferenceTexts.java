package dev.layers.internal.reference;

/** What a service reference says of itself. */
public interface ReferenceTexts {
    /** Returns what {@code toString} says: provider and generation. */
    String description();

    /** Returns what a call throws that no generation takes. */
    RuntimeException unavailable();

    /** Returns whether no call of it will ever be taken again. */
    boolean isStale();
}
