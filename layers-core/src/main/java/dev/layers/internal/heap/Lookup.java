package dev.layers.internal.heap;

import dev.layers.internal.hprof.BlockIndex;
import dev.layers.internal.hprof.Body;
import dev.layers.internal.hprof.DumpReader;
import dev.layers.internal.hprof.DumpVisitor;
import dev.layers.internal.hprof.ValueType;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads single objects once more, for what the graph does not keep: names of fields, indices, texts. */
final class Lookup implements DumpVisitor {
    private static final int LONGEST_TEXT = 400;

    private final DumpReader reader;
    private final BlockIndex index;
    private final HeapClasses classes;
    private final Map<Long, Set<Long>> wanted = new HashMap<>();
    private final Map<Long, FoundInstance> instances = new HashMap<>();
    private final Map<Long, FoundArray> arrays = new HashMap<>();
    private final Map<Long, FoundText> texts = new HashMap<>();

    Lookup(DumpReader reader, BlockIndex index, HeapClasses classes) {
        this.reader = reader;
        this.index = index;
        this.classes = classes;
    }

    /** Wants an object to be found. */
    void want(long id) {
        if (id != 0 && !isKnown(id)) {
            wanted.computeIfAbsent(id, any -> new HashSet<>());
        }
    }

    /** Wants an object to be found, and where in it {@code element} is. */
    void want(long id, long element) {
        wanted.computeIfAbsent(id, any -> new HashSet<>()).add(element);
    }

    private boolean isKnown(long id) {
        return instances.containsKey(id) || arrays.containsKey(id) || texts.containsKey(id);
    }

    /** Finds all that is wanted, as far as it is there. */
    void find() throws IOException {
        if (!wanted.isEmpty()) {
            long[] ids =
                    wanted.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
            reader.read(index, ids, this);
            wanted.clear();
        }
    }

    @Override
    public void instance(long id, long typeId, Body fields) {
        HeapClass type = wanted.containsKey(id) ? classes.of(typeId) : null;
        Layout layout = type == null ? null : type.layout();
        if (type != null && layout != null && fields.length() >= layout.length()) {
            instances.put(id, FoundInstance.of(type, layout, fields));
        }
    }

    @Override
    public void objects(long id, long typeId, Body elements) throws IOException {
        Set<Long> sought = wanted.get(id);
        if (sought != null) {
            arrays.put(id, FoundArray.of(elements, sought));
        }
    }

    @Override
    public void primitives(long id, int type, Body elements) throws IOException {
        if (wanted.containsKey(id)) {
            int bytes = (int) Math.min(LONGEST_TEXT, (long) elements.length() * ValueType.size(type, 0));
            texts.put(id, new FoundText(type, elements.bytes(bytes)));
        }
    }

    /** Returns an instance that was wanted; null if it is none, or was not found. */
    @Nullable
    FoundInstance instance(long id) {
        return instances.get(id);
    }

    /** Returns an array of references that was wanted; null if it is none, or was not found. */
    @Nullable
    FoundArray array(long id) {
        return arrays.get(id);
    }

    /** Returns an array of primitives that was wanted; null if it is none, or was not found. */
    @Nullable
    FoundText text(long id) {
        return texts.get(id);
    }
}
