package dev.layers.internal.heap;

import dev.layers.internal.hprof.ClassRecord;
import dev.layers.internal.hprof.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the fields of instances of a class are. */
final class Layout {
    private static final String REFERENCE = "java.lang.ref.Reference";

    private final List<Field> fields;
    private final int[] references;
    private final int referent;
    private final Strength strength;
    private final boolean isNode;
    private final boolean isLeaf;
    private final int length;

    /**
     * A field.
     *
     * @param owner the name of the class that declares it
     * @param name its name
     * @param type its {@link ValueType}
     * @param offset where it is in an instance
     */
    record Field(String owner, String name, int type, int offset) {}

    /** Creates the layout of {@code lineage}: a class and all its super classes. */
    private Layout(HeapClass type, List<HeapClass> lineage, List<Field> fields, int length) {
        this.fields = fields;
        referent = fields.stream()
                .filter(Layout::isReferent)
                .mapToInt(Field::offset)
                .findFirst()
                .orElse(-1);
        references = fields.stream()
                .filter(field -> field.type() == ValueType.OBJECT && !isReferent(field))
                .mapToInt(Field::offset)
                .toArray();
        strength = lineage.stream()
                .map(each -> Strength.of(each.name()))
                .filter(each -> each != Strength.NONE)
                .findFirst()
                .orElse(Strength.NONE);
        boolean isLoader = lineage.stream().anyMatch(each -> each.name().equals("java.lang.ClassLoader"));
        isNode = referent >= 0 || type.loader() != 0 || isLoader;
        // holds a primitive array alone, and there are more of them than of anything else
        isLeaf = type.name().equals("java.lang.String");
        this.length = length;
    }

    static Layout of(HeapClass type, List<HeapClass> lineage, Names names, int idSize) {
        List<Field> fields = new ArrayList<>();
        int offset = 0;
        for (HeapClass each : lineage) {
            offset = addFields(each, offset, names, fields, idSize);
        }
        return new Layout(type, lineage, List.copyOf(fields), offset);
    }

    private static int addFields(HeapClass type, int start, Names names, List<Field> fields, int idSize) {
        ClassRecord record = type.record();
        int offset = start;
        for (int i = 0; record != null && i < record.fields(); i++) {
            fields.add(new Field(type.name(), names.of(record.fieldName(i)), record.fieldType(i), offset));
            offset += ValueType.size(record.fieldType(i), idSize);
        }
        return offset;
    }

    private static boolean isReferent(Field field) {
        return field.name().equals("referent") && field.owner().equals(REFERENCE);
    }

    /** Returns the fields, those of the class itself first. */
    List<Field> fields() {
        return fields;
    }

    /** Returns the first field of a name. */
    @Nullable
    Field field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Returns where the strong references are; not to be changed. */
    int[] references() {
        return references;
    }

    /** Returns where the referent of a reference object is, or -1. */
    int referent() {
        return referent;
    }

    Strength strength() {
        return strength;
    }

    /** Returns whether every instance holds something: its loader, its classes, or a referent. */
    boolean isNode() {
        return isNode;
    }

    /** Returns whether no instance holds anything. */
    boolean isLeaf() {
        return isLeaf;
    }

    /** Returns how long an instance is at least. */
    int length() {
        return length;
    }
}
