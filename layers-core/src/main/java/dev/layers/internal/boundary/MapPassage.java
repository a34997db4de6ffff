package dev.layers.internal.boundary;

import dev.layers.internal.reference.Passage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes maps over as snapshots in their order, which cannot be changed; an order or equality of their own is lost. */
final class MapPassage extends ContainerPassage {
    private final Passage key;
    private final Passage value;

    MapPassage(Passage key, Passage value) {
        this.key = key;
        this.value = value;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the question is whether it is the same object
    Object convert(Object map, Direction way) {
        Map<Object, Object> copy = new LinkedHashMap<>();
        boolean same = isImmutable(map);
        int count = 0;
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) map).entrySet()) {
            Object sourceKey = entry.getKey();
            Object sourceValue = entry.getValue();
            Object passedKey = key.pass(sourceKey, way);
            Object passedValue = value.pass(sourceValue, way);
            copy.put(passedKey, passedValue);
            count++;
            same &= passedKey == sourceKey && passedValue == sourceValue;
        }
        if (copy.size() < count) {
            throw way.refused("a map, two of whose keys would be equal on the other side");
        }
        return same ? map : Collections.unmodifiableMap(copy);
    }
}
