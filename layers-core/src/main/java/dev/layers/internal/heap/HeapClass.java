package dev.layers.internal.heap;

import dev.layers.internal.hprof.ClassRecord;
import org.jspecify.annotations.Nullable;

/** A class in a dump. */
final class HeapClass {
    private final long id;
    private final int index;
    private String name = Names.UNKNOWN;
    private boolean isMark;
    private boolean isMarkArray;
    private @Nullable ClassRecord record;
    private @Nullable Layout layout;

    HeapClass(long id, int index) {
        this.id = id;
        this.index = index;
    }

    long id() {
        return id;
    }

    /** Returns its place among all classes. */
    int index() {
        return index;
    }

    String name() {
        return name;
    }

    void name(String known) {
        name = known;
        isMark = known.equals(Marks.TYPE);
        isMarkArray = known.equals(Marks.ARRAY);
    }

    /** Returns whether it is {@link Sought}. */
    boolean isMark() {
        return isMark;
    }

    /** Returns whether it is what {@link Sought} keeps references in. */
    boolean isMarkArray() {
        return isMarkArray;
    }

    /** Returns what the dump says of it; null if that was not read yet, or is not there. */
    @Nullable
    ClassRecord record() {
        return record;
    }

    void record(ClassRecord read) {
        record = read;
    }

    /** Returns how its instances are laid out; null until that is known. */
    @Nullable
    Layout layout() {
        return layout;
    }

    void layout(Layout known) {
        layout = known;
    }

    long loader() {
        return record == null ? 0 : record.loader();
    }

    /** Returns which static field refers to {@code value}, or -1. */
    int staticField(long value) {
        for (int i = 0; record != null && i < record.statics(); i++) {
            if (record.staticValue(i) == value) {
                return i;
            }
        }
        return -1;
    }

    /** Returns whether it is hidden, and so may be unloaded before its loader. */
    boolean isHidden() {
        return name.contains("+0x") || name.contains("/0x");
    }
}
