package dev.layers.internal.heap;

import dev.layers.internal.hprof.Body;
import dev.layers.internal.hprof.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An instance with what its fields hold. */
final class FoundInstance {
    private final HeapClass type;
    private final List<Value> values;

    private FoundInstance(HeapClass type, List<Value> values) {
        this.type = type;
        this.values = values;
    }

    /**
     * What a field holds.
     *
     * @param field the field
     * @param value an id or a number
     */
    record Value(Layout.Field field, long value) {}

    static FoundInstance of(HeapClass type, Layout layout, Body fields) {
        List<Value> values = new ArrayList<>();
        for (Layout.Field field : layout.fields()) {
            int offset = field.offset();
            switch (field.type()) {
                case ValueType.OBJECT -> values.add(new Value(field, fields.idAt(offset)));
                case ValueType.LONG -> values.add(new Value(field, fields.longAt(offset)));
                case ValueType.INT -> values.add(new Value(field, fields.intAt(offset)));
                case ValueType.SHORT, ValueType.CHAR -> values.add(new Value(field, pairAt(fields, offset)));
                case ValueType.BYTE, ValueType.BOOLEAN -> values.add(new Value(field, fields.byteAt(offset)));
                default -> {}
            }
        }
        return new FoundInstance(type, values);
    }

    private static short pairAt(Body fields, int offset) {
        return (short) ((fields.byteAt(offset) << Byte.SIZE) | (fields.byteAt(offset + 1) & 0xff));
    }

    HeapClass type() {
        return type;
    }

    /** Returns the name of the field that refers to an object, of the application's own all; empty if none does. */
    String fieldOf(long id) {
        return values.stream()
                .filter(value -> value.field().type() == ValueType.OBJECT && value.value() == id)
                .map(value -> value.field().name())
                .limit(type.loader() == 0 ? 1 : Long.MAX_VALUE)
                .collect(Collectors.joining(" and "));
    }

    /** Returns what the field {@code name} holds that {@code owner} declares, or 0. */
    long value(String owner, String name) {
        return values.stream()
                .filter(value -> value.field().name().equals(name)
                        && value.field().owner().equals(owner))
                .mapToLong(Value::value)
                .findFirst()
                .orElse(0);
    }

    /** Returns what the first field {@code name} holds, or 0. */
    long value(String name) {
        return values.stream()
                .filter(value -> value.field().name().equals(name))
                .mapToLong(Value::value)
                .findFirst()
                .orElse(0);
    }
}
