package dev.layers;

import dev.layers.internal.reference.Crossing;
import dev.layers.internal.reference.ServiceReference;
import java.util.Objects;

/**
 * Answers questions about references: what {@link LoadedModule#service} returned, and what came over the boundary in calls.
 *
 * @since 0.1
 */
public final class References {
    private References() {}

    /**
     * Returns whether {@code object} stands for an object on the other side of the boundary.
     *
     * @param object any object
     * @return true for a reference, stale or not
     */
    public static boolean isReference(Object object) {
        Objects.requireNonNull(object, "object");
        return object instanceof ServiceReference || object instanceof Crossing;
    }

    /**
     * Returns whether {@code object} is a reference that will take no call any longer: a service reference whose module was
     * unloaded, or an object of a generation that is gone. A host that keeps listeners drops those.
     *
     * @param object any object
     * @return false for what is not a reference
     */
    public static boolean isStale(Object object) {
        Objects.requireNonNull(object, "object");
        if (object instanceof ServiceReference reference) {
            return ServiceReference.texts(reference).isStale();
        }
        return object instanceof Crossing crossing && Crossing.target(crossing) == null;
    }
}
