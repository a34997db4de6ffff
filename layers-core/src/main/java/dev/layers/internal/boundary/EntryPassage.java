package dev.layers.internal.boundary;

import dev.layers.internal.reference.Passage;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Map;

/** Takes entries over as snapshots that cannot be changed. */
final class EntryPassage extends ContainerPassage {
    private final Passage key;
    private final Passage value;

    EntryPassage(Passage key, Passage value) {
        this.key = key;
        this.value = value;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the question is whether it is the same object
    Object convert(Object entry, Direction way) {
        Object sourceKey = ((Map.Entry<?, ?>) entry).getKey();
        Object sourceValue = ((Map.Entry<?, ?>) entry).getValue();
        Object passedKey = key.pass(sourceKey, way);
        Object passedValue = value.pass(sourceValue, way);
        boolean same = isImmutable(entry) && passedKey == sourceKey && passedValue == sourceValue;
        return same ? entry : new SimpleImmutableEntry<>(passedKey, passedValue);
    }
}
