package dev.layers.internal.heap;

import java.lang.ref.Reference;
import java.util.Collection;

/**
 * What is looked for in a dump: the referents of reference objects, recognised by an instance of this class in the dump
 * itself. Nothing is opened, so nothing is kept alive.
 */
public final class Sought {
    private final long number;
    private final Reference<?>[] references;

    /**
     * Creates a mark.
     *
     * @param number what tells it from other marks in the heap, those of other managers included
     * @param references weak or phantom references
     */
    public Sought(long number, Collection<? extends Reference<?>> references) {
        this.number = number;
        this.references = references.toArray(Reference<?>[]::new);
    }

    /** Returns what the analysis tells this mark from others by. */
    public long number() {
        return number;
    }

    /** Returns whether all that was sought is gone. */
    public boolean isGone() {
        for (Reference<?> reference : references) {
            if (!reference.refersTo(null)) {
                return false;
            }
        }
        return true;
    }
}
