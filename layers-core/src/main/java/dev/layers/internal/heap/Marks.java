package dev.layers.internal.heap;

import dev.layers.internal.hprof.Body;
import dev.layers.internal.hprof.ValueType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The instances of {@link Sought} in a dump, and the arrays their references are in. */
final class Marks {
    static final String TYPE = Sought.class.getName();
    static final String ARRAY = "java.lang.ref.Reference[]";

    private final Budget budget;
    private final Set<Long> numbers;
    private final Map<Long, List<Long>> arraysByNumber = new HashMap<>();
    private final Map<Long, long[]> arrays = new HashMap<>();

    Marks(Budget budget, Set<Long> numbers) {
        this.budget = budget;
        this.numbers = numbers;
    }

    void addMark(Layout layout, Body fields) {
        Layout.Field number = layout.field("number");
        Layout.Field references = layout.field("references");
        if (number == null || number.type() != ValueType.LONG || references == null) {
            return;
        }
        long found = fields.longAt(number.offset());
        if (numbers.contains(found)) {
            arraysByNumber.computeIfAbsent(found, any -> new ArrayList<>()).add(fields.idAt(references.offset()));
        }
    }

    void addArray(long id, Body elements) throws IOException {
        budget.take((long) elements.length() * Long.BYTES);
        long[] references = new long[elements.length()];
        for (int i = 0; i < references.length; i++) {
            references[i] = elements.next();
        }
        arrays.put(id, references);
    }

    /** Returns the ids of the reference objects of a mark. */
    List<Long> referencesOf(long number) {
        List<Long> references = new ArrayList<>();
        for (long array : arraysByNumber.getOrDefault(number, List.of())) {
            for (long reference : arrays.getOrDefault(array, new long[0])) {
                references.add(reference);
            }
        }
        return references;
    }

    void clear() {
        arraysByNumber.clear();
        arrays.clear();
    }
}
