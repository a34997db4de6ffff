package dev.layers.internal.reference;

import org.jspecify.annotations.Nullable;

/**
 * The host's stable handle on one provider of a module; it survives reloads and holds nothing of the module. Generated
 * classes extend it.
 *
 * <p>All methods but those of {@link Object} are static: a service may have methods of any name.
 */
public abstract class ServiceReference {
    private final ReferenceTexts texts;

    /** Creates the one instance of a generated class. */
    protected ServiceReference(ReferenceTexts texts) {
        this.texts = texts;
    }

    /** Returns what can be said of {@code reference}. */
    public static ReferenceTexts texts(ServiceReference reference) {
        return reference.texts;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public final String toString() {
        return texts.description();
    }
}
