package dev.layers.internal.hprof;

import java.io.IOException;

/** The types of values, by their codes in a dump. */
public final class ValueType {
    /** A reference. */
    public static final int OBJECT = 2;
    /** A {@code boolean}. */
    public static final int BOOLEAN = 4;
    /** A {@code char}. */
    public static final int CHAR = 5;
    /** A {@code byte}. */
    public static final int BYTE = 8;
    /** A {@code short}. */
    public static final int SHORT = 9;
    /** An {@code int}. */
    public static final int INT = 10;
    /** A {@code long}. */
    public static final int LONG = 11;

    private ValueType() {}

    /** Returns how many bytes a value has, or 0 if there is no such type. */
    public static int size(int code, int idSize) {
        return switch (code) {
            case OBJECT -> idSize;
            case BOOLEAN, BYTE -> 1;
            case CHAR, SHORT -> 2;
            case 6, INT -> 4;
            case 7, LONG -> 8;
            default -> 0;
        };
    }

    /** Returns the name in source of a type of primitives. */
    public static String name(int code) {
        return switch (code) {
            case BOOLEAN -> "boolean";
            case CHAR -> "char";
            case 6 -> "float";
            case 7 -> "double";
            case BYTE -> "byte";
            case SHORT -> "short";
            case INT -> "int";
            default -> "long";
        };
    }

    static int checkedSize(int code, DumpInput in) throws IOException {
        int size = size(code, in.idSize());
        if (size == 0) {
            throw DumpFormatException.damaged("a value of unknown type " + code, in.position() - 1);
        }
        return size;
    }
}
