package dev.layers.internal.boundary;

import org.jspecify.annotations.Nullable;

/**
 * The context class loaders of calls over one border. A host must not run with the module's: threads that it starts
 * inherit it, and keep the module.
 *
 * @param inward that of calls into the generation, or null to leave it as it is
 * @param module what calls to the host do not run with
 * @param host what they run with instead
 */
public record ContextLoaders(
        @Nullable ClassLoader inward,
        @Nullable ClassLoader module,
        @Nullable ClassLoader host) {
    /** Returns what leaves them all as they are, and holds nothing. */
    static ContextLoaders unchanged() {
        return new ContextLoaders(null, null, null);
    }

    /** Returns that of a call into the generation which comes with {@code current}. */
    @Nullable
    ClassLoader inside(@Nullable ClassLoader current) {
        return inward == null ? current : inward;
    }

    /** Returns that of a call to the host which comes with {@code current}. */
    @Nullable
    @SuppressWarnings("ReferenceEquality") // loaders are what they are
    ClassLoader outside(@Nullable ClassLoader current) {
        return current != null && current == module ? host : current;
    }
}
