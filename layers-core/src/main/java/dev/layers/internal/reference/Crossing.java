package dev.layers.internal.reference;

import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * What stands for an object on the other side of the boundary; generated classes extend it.
 *
 * <p>All methods but those of {@link Object} are static: an interface may have methods of any name.
 */
public abstract class Crossing {
    private final Way way;
    private final String text;
    private volatile @Nullable Object target;

    /**
     * Creates a reference.
     *
     * @param way the direction in which calls of it go
     * @param target what it stands for
     * @param text what {@code toString} says
     */
    protected Crossing(Way way, Object target, String text) {
        this.way = way;
        this.target = target;
        this.text = text;
    }

    /** Returns the direction in which calls of {@code reference} go. */
    public static Way way(Crossing reference) {
        return reference.way;
    }

    /** Returns what {@code reference} stands for, or null once it is cut. */
    public static @Nullable Object target(Crossing reference) {
        return reference.target;
    }

    /** Lets go of what {@code reference} stands for. */
    public static void cut(Crossing reference) {
        reference.target = null;
    }

    /**
     * Begins a call; null says that it shall do nothing.
     *
     * <p>The fence keeps a compiler from asking earlier than the frame of the reference is there to be seen.
     */
    public static @Nullable Object enter(Crossing reference) {
        VarHandle.acquireFence();
        Object target = reference.target;
        if (target != null && reference.way.isOpen()) {
            return target;
        }
        reference.way.refuse(reference);
        return null;
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
        return text;
    }
}
