package dev.layers.internal.reference;

import java.time.Duration;

/** What a service reference says of itself. */
public interface ReferenceTexts {
    /** Returns what {@code toString} says: provider and generation. */
    String description();

    /** Returns what a call throws that no generation takes. */
    RuntimeException unavailable();

    /** Returns what a call throws that has waited for {@code waited}, which is too long. */
    RuntimeException overdue(Duration waited);

    /** Returns whether no call of it will ever be taken again. */
    boolean isStale();
}
