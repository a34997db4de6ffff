package dev.layers.internal.linkage;

import dev.layers.preflight.Finding;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The faults of one class file, each once. */
final class Faults {
    private final ClassFile file;
    private final Map<Fault, Place> places = new LinkedHashMap<>();

    Faults(ClassFile file) {
        this.file = file;
    }

    void add(Fault fault, Place place) {
        places.merge(fault, place, Place::or);
    }

    Stream<Finding> findings() {
        return places.entrySet().stream().map(entry -> entry.getKey().at(entry.getValue(), file));
    }
}
