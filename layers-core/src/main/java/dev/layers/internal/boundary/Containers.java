package dev.layers.internal.boundary;

import dev.layers.internal.reference.Passage;
import java.util.List;
import java.util.Optional;

/**
 * The passages of what contains other values.
 *
 * <p>Collections, maps, entries and arrays cross as snapshots that cannot be changed (arrays but for themselves), stages
 * and streams as new ones whose values pass as they come.
 */
final class Containers {
    private Containers() {}

    /** Returns whether {@link #of} knows a declared type; arrays are not among them. */
    static boolean isContainer(Class<?> raw) {
        return ContainerKind.declared(raw).isPresent();
    }

    /** Returns the declared type by which objects of {@code type} cross, if they are containers. */
    static Optional<Class<?>> typeOf(Class<?> type) {
        return ContainerKind.nearest(type).map(ContainerKind::type);
    }

    /**
     * Returns the passage of a declared type, or nothing if it is no container.
     *
     * @param raw exactly the declared type; a subtype, such as {@code ArrayList}, is none
     * @param elements the passages of its type arguments, in order
     */
    static Optional<Passage> of(Class<?> raw, List<Passage> elements) {
        return ContainerKind.declared(raw).map(kind -> kind.passage(elements));
    }

    /**
     * Returns the passage of arrays, which become arrays of the declared type; those of primitives pass as they are.
     *
     * @param element the passage of their components
     */
    static Passage ofArray(Class<?> componentType, Passage element) {
        return componentType.isPrimitive() ? Passage.AS_IS : new ArrayPassage(componentType, element);
    }
}
