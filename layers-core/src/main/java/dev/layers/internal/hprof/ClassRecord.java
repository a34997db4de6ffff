package dev.layers.internal.hprof;

import java.io.IOException;
import java.util.Arrays;

/** What a dump says of a class. */
public final class ClassRecord {
    private final long id;
    private final long superclass;
    private final long loader;
    private final long signers;
    private final long domain;
    private final long[] staticNames;
    private final long[] staticValues;
    private final long[] fieldNames;
    private final byte[] fieldTypes;

    /** Reads what follows the tag. */
    ClassRecord(DumpInput in) throws IOException {
        id = in.id();
        in.skip(Integer.BYTES);
        superclass = in.id();
        loader = in.id();
        signers = in.id();
        domain = in.id();
        in.skip(2L * in.idSize() + Integer.BYTES);
        skipConstants(in);
        int statics = in.u2();
        long[] names = new long[statics];
        long[] values = new long[statics];
        int found = readStatics(in, names, values);
        staticNames = Arrays.copyOf(names, found);
        staticValues = Arrays.copyOf(values, found);
        int fields = in.u2();
        fieldNames = new long[fields];
        fieldTypes = new byte[fields];
        for (int i = 0; i < fields; i++) {
            fieldNames[i] = in.id();
            fieldTypes[i] = (byte) in.u1();
            ValueType.checkedSize(fieldTypes[i], in);
        }
    }

    private static void skipConstants(DumpInput in) throws IOException {
        for (int left = in.u2(); left > 0; left--) {
            in.u2();
            in.skip(ValueType.checkedSize(in.u1(), in));
        }
    }

    private static int readStatics(DumpInput in, long[] names, long[] values) throws IOException {
        int found = 0;
        for (int i = 0; i < names.length; i++) {
            names[found] = in.id();
            int type = in.u1();
            if (type != ValueType.OBJECT) {
                in.skip(ValueType.checkedSize(type, in));
                continue;
            }
            values[found] = in.id();
            found += values[found] == 0 ? 0 : 1;
        }
        return found;
    }

    /** Returns the id of the class object. */
    public long id() {
        return id;
    }

    /** Returns the id of the super class; 0 for none. */
    public long superclass() {
        return superclass;
    }

    /** Returns the id of the loader; 0 for the boot loader. */
    public long loader() {
        return loader;
    }

    /** Returns the id of the signers; 0 for none. */
    public long signers() {
        return signers;
    }

    /** Returns the id of the protection domain; 0 for none. */
    public long domain() {
        return domain;
    }

    /** Returns how many static fields refer to an object. */
    public int statics() {
        return staticNames.length;
    }

    /** Returns the id of the name of such a field. */
    public long staticName(int index) {
        return staticNames[index];
    }

    /** Returns the id of the object such a field refers to. */
    public long staticValue(int index) {
        return staticValues[index];
    }

    /** Returns how many fields instances have of this class itself. */
    public int fields() {
        return fieldNames.length;
    }

    /** Returns the id of the name of such a field. */
    public long fieldName(int index) {
        return fieldNames[index];
    }

    /** Returns the {@link ValueType} of such a field. */
    public int fieldType(int index) {
        return fieldTypes[index];
    }
}
