package dev.layers.internal.heap;

import dev.layers.internal.hprof.ClassRecord;
import dev.layers.internal.hprof.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The classes in a dump. */
final class HeapClasses {
    /** No class has as many super classes; a damaged dump may have a class be its own. */
    private static final int LONGEST_LINEAGE = 1000;

    private static final long ESTIMATE = 400;

    private final Budget budget;
    private final Names names;
    private final LongTable places;
    private final LongTable serials;
    private final List<HeapClass> classes = new ArrayList<>();
    private int idSize = Long.BYTES;

    HeapClasses(Budget budget, Names names) {
        this.budget = budget;
        this.names = names;
        places = new LongTable(budget);
        serials = new LongTable(budget);
    }

    void useIdsOf(int size) {
        idSize = size;
    }

    void load(int serial, long id, long name) throws NoRoomException {
        HeapClass type = known(id);
        type.name(binaryName(names.of(name)));
        serials.put((serial & 0xffffffffL) | (1L << 32), type.index());
    }

    void define(ClassRecord record) throws NoRoomException {
        HeapClass type = known(record.id());
        if (type.record() == null) {
            budget.take(16L * record.statics() + 9L * record.fields());
            type.record(record);
        }
    }

    private HeapClass known(long id) throws NoRoomException {
        HeapClass known = of(id);
        if (known == null) {
            budget.take(ESTIMATE);
            known = new HeapClass(id, classes.size());
            classes.add(known);
            places.put(id, known.index());
        }
        return known;
    }

    @Nullable
    HeapClass of(long id) {
        int place = places.get(id);
        return place < 0 ? null : classes.get(place);
    }

    @Nullable
    HeapClass ofSerial(int serial) {
        int place = serials.get((serial & 0xffffffffL) | (1L << 32));
        return place < 0 ? null : classes.get(place);
    }

    List<HeapClass> all() {
        return classes;
    }

    Names names() {
        return names;
    }

    /** Lays out the instances of a class; returns null if a class is missing for that. */
    @Nullable
    Layout layout(HeapClass type) {
        if (type.layout() == null) {
            List<HeapClass> lineage = lineage(type);
            ClassRecord last = lineage.get(lineage.size() - 1).record();
            boolean isWhole = last != null && last.superclass() == 0;
            if (isWhole) {
                type.layout(Layout.of(type, lineage, names, idSize));
            }
        }
        return type.layout();
    }

    /** Lays out what could not be, without what is missing. */
    void layOutAll() {
        for (HeapClass type : classes) {
            if (layout(type) == null) {
                type.layout(Layout.of(type, lineage(type), names, idSize));
            }
        }
    }

    private List<HeapClass> lineage(HeapClass type) {
        List<HeapClass> lineage = new ArrayList<>();
        HeapClass next = type;
        while (next != null && lineage.size() < LONGEST_LINEAGE) {
            lineage.add(next);
            ClassRecord record = next.record();
            next = record == null ? null : of(record.superclass());
        }
        return lineage;
    }

    /** Returns whether {@code type} is, or extends, the class of a name. */
    boolean isA(HeapClass type, String name) {
        return lineage(type).stream().anyMatch(each -> each.name().equals(name));
    }

    private static String binaryName(String internal) {
        int dimensions = 0;
        while (dimensions < internal.length() && internal.charAt(dimensions) == '[') {
            dimensions++;
        }
        String element = dimensions == 0 ? internal : element(internal.substring(dimensions));
        return element.replace('/', '.') + "[]".repeat(dimensions);
    }

    private static String element(String descriptor) {
        if (descriptor.startsWith("L") && descriptor.endsWith(";")) {
            return descriptor.substring(1, descriptor.length() - 1);
        }
        return switch (descriptor) {
            case "Z" -> ValueType.name(4);
            case "C" -> ValueType.name(ValueType.CHAR);
            case "F" -> ValueType.name(6);
            case "D" -> ValueType.name(7);
            case "B" -> ValueType.name(ValueType.BYTE);
            case "S" -> ValueType.name(9);
            case "I" -> ValueType.name(ValueType.INT);
            case "J" -> ValueType.name(ValueType.LONG);
            default -> descriptor;
        };
    }
}
