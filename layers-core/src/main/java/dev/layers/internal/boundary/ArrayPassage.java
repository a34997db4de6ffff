package dev.layers.internal.boundary;

import dev.layers.internal.reference.Passage;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** Takes arrays of objects over as copies; what either side then stores, the other does not see. */
final class ArrayPassage extends ContainerPassage {
    private final Class<?> componentType;
    private final Passage element;

    ArrayPassage(Class<?> componentType, Passage element) {
        this.componentType = componentType;
        this.element = element;
    }

    @Override
    Object convert(Object value, Direction way) {
        @Nullable Object[] source = (Object[]) value;
        @Nullable Object[] copy = (Object[]) Array.newInstance(componentType, source.length);
        for (int index = 0; index < source.length; index++) {
            Object passed = element.pass(source[index], way);
            if (passed != null && !componentType.isInstance(passed)) {
                throw way.refused("an array of " + componentType.getName() + ", since its element crosses as a "
                        + passed.getClass().getName());
            }
            copy[index] = passed;
        }
        return copy;
    }
}
