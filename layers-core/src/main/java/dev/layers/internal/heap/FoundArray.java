package dev.layers.internal.heap;

import dev.layers.internal.hprof.Body;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** An array of references: where in it the sought ones are. */
final class FoundArray {
    private final Map<Long, Integer> places = new HashMap<>();
    private final Map<Long, Long> neighbours = new HashMap<>();

    private FoundArray() {}

    static FoundArray of(Body elements, Set<Long> sought) throws IOException {
        FoundArray found = new FoundArray();
        long last = 0;
        for (int i = 0; i < elements.length(); i++) {
            long element = elements.next();
            if (sought.contains(element) && found.places.putIfAbsent(element, i) == null) {
                found.neighbours.put(element, last);
            }
            last = element;
        }
        return found;
    }

    /** Returns the index of {@code element}, or -1. */
    int indexOf(long element) {
        return places.getOrDefault(element, -1);
    }

    /** Returns what is before {@code element}, or 0. */
    long before(long element) {
        return neighbours.getOrDefault(element, 0L);
    }
}
