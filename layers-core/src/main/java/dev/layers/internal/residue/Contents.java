package dev.layers.internal.residue;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for something of a generation in an object and in what containers of the JDK hold.
 *
 * @param owner the generation
 */
record Contents(Owner owner) {
    private static final int DEEPEST = 4;
    private static final int MOST_ELEMENTS = 10_000;

    /** Returns the name of the class of what was found. */
    Optional<String> find(@Nullable Object value) {
        return find(value, DEEPEST);
    }

    private Optional<String> find(@Nullable Object value, int depth) {
        if (value == null || value instanceof String || depth == 0) {
            return Optional.empty();
        }
        if (owner.owns(value)) {
            return Optional.of(name(value));
        }
        return elements(value)
                .limit(MOST_ELEMENTS)
                .flatMap(element -> find(element, depth - 1).stream())
                .findFirst();
    }

    private static String name(Object found) {
        return (found instanceof Class<?> type ? type : found.getClass()).getName();
    }

    /** Only containers of the JDK are looked into: others' code would run. */
    private static Stream<?> elements(Object value) {
        if (value.getClass().getClassLoader() != null) {
            return Stream.empty();
        }
        if (value instanceof Object[] array) {
            return Arrays.stream(array);
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream();
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()));
        }
        return value instanceof Optional<?> optional ? optional.stream() : Stream.empty();
    }
}
