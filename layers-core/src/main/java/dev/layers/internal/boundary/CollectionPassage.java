package dev.layers.internal.boundary;

import dev.layers.internal.reference.Passage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes lists, sets and other collections over as snapshots in their order, which cannot be changed.
 *
 * <p>What is declared as a collection becomes a set if it is one, so that it stays equal to sets, and a list otherwise.
 */
final class CollectionPassage extends ContainerPassage {
    private final Class<?> declared;
    private final Passage element;

    CollectionPassage(Class<?> declared, Passage element) {
        this.declared = declared;
        this.element = element;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the question is whether it is the same object
    Object convert(Object value, Direction way) {
        List<Object> copy = new ArrayList<>();
        boolean same = isImmutable(value);
        for (Object source : (Collection<?>) value) {
            Object passed = element.pass(source, way);
            copy.add(passed);
            same &= passed == source;
        }
        if (same) {
            return value;
        }
        boolean isSet = declared != List.class && value instanceof Set;
        return isSet ? set(copy, way) : Collections.unmodifiableList(copy);
    }

    private static Set<Object> set(List<Object> elements, Direction way) {
        Set<Object> copy = new LinkedHashSet<>(elements);
        if (copy.size() < elements.size()) {
            throw way.refused("a set, two of whose elements would be equal on the other side");
        }
        return Collections.unmodifiableSet(copy);
    }
}
