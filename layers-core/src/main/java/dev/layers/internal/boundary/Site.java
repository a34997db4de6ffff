package dev.layers.internal.boundary;

import dev.layers.internal.reference.Passage;
import java.util.HashMap;
import java.util.Map;

/**
 * A place whose passage is being made.
 *
 * @param place the place
 * @param records the passages of records made so far, since a record may contain itself
 */
record Site(Place place, Map<Class<?>, Passage> records) {
    static Site of(Place place) {
        return new Site(place, new HashMap<>());
    }

    /** Returns the site of a part of the value. */
    Site part() {
        return new Site(place.part(), records);
    }
}
