package dev.layers.internal.reference;

import org.jspecify.annotations.Nullable;

/** One direction over the boundary of one generation, as generated code sees it. */
public abstract class Way {
    /** Returns the opposite direction of the same boundary. */
    public abstract Way back();

    /** Returns whether a call of the current thread may go this way now. */
    public abstract boolean isOpen();

    /**
     * Says that a call found this way closed.
     *
     * @param reference the reference that was called
     * @throws RuntimeException unless such calls shall do nothing
     */
    public abstract void refuse(Crossing reference);

    /**
     * Returns what a caller gets instead of {@code thrown}, which a call threw that went the opposite way.
     *
     * @param method the method that was called, as it stands in messages
     */
    public abstract Throwable thrown(Throwable thrown, String method);

    /** Returns the context class loader of all calls that go this way, or null if there is none for all. */
    public abstract @Nullable ClassLoader contextLoader();

    /** Returns the context class loader of a call that goes this way and comes with {@code current}. */
    public @Nullable ClassLoader contextLoader(@Nullable ClassLoader current) {
        ClassLoader fixed = contextLoader();
        return fixed == null ? current : fixed;
    }

    /** Sets the context class loader for a call that goes {@code way}; returns the former one. */
    public static @Nullable ClassLoader enterContext(Way way) {
        ClassLoader former = Thread.currentThread().getContextClassLoader();
        setContext(former, way.contextLoader(former));
        return former;
    }

    /** Gives the thread its former context class loader again. */
    public static void leaveContext(@Nullable ClassLoader former) {
        setContext(Thread.currentThread().getContextClassLoader(), former);
    }

    /** Some threads refuse to have one set, even the one that they have. */
    @SuppressWarnings("ReferenceEquality") // loaders are what they are
    private static void setContext(@Nullable ClassLoader current, @Nullable ClassLoader wanted) {
        if (current != wanted) {
            Thread.currentThread().setContextClassLoader(wanted);
        }
    }
}
