package dev.layers.internal.linkage;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The constants of a class file, looked through without making strings of them. */
final class ConstantPool {
    static final int UTF_8 = 1;
    static final int CLASS = 7;
    static final int FIELD = 9;
    static final int INTERFACE_METHOD = 11;
    static final int NAME_AND_TYPE = 12;
    static final int METHOD_HANDLE = 15;
    static final int METHOD_TYPE = 16;
    static final int DYNAMIC = 17;
    static final int INVOKE_DYNAMIC = 18;

    /** Before the constants come the magic number and the version; their count keeps a distance to the first text. */
    static final int START = 8;

    /** How often the bytes of a file may be hashed. */
    private static final long MOST_HASHED = 8;

    private static final int INTEGER = 3;
    private static final int FLOAT = 4;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int STRING = 8;
    private static final int METHOD = 10;
    private static final int MODULE = 19;
    private static final int PACKAGE = 20;

    private final BigEndian file;
    /** Where each constant begins, behind its tag, in the order of the file; the second place of two has that of the first. */
    private final int[] starts;

    private final int end;

    /**
     * Finds the constants.
     *
     * @throws IllegalArgumentException if one has a tag that there is not
     * @throws IndexOutOfBoundsException if they reach beyond the end
     */
    ConstantPool(BigEndian file) {
        this.file = file;
        starts = new int[file.twoBytes(START)];
        int at = START + 2;
        for (int index = 1; index < starts.length; index++) {
            int tag = file.oneByte(at);
            starts[index] = at + 1;
            at += 1 + size(tag, at + 1);
            if ((tag == LONG || tag == DOUBLE) && index + 1 < starts.length) {
                starts[index + 1] = starts[index];
                index++;
            }
        }
        end = at;
    }

    /** Returns how many bytes stand behind a tag (JVMS 4.4). */
    private int size(int tag, int start) {
        return switch (tag) {
            case UTF_8 -> 2 + file.twoBytes(start);
            case CLASS, STRING, METHOD_TYPE, MODULE, PACKAGE -> 2;
            case METHOD_HANDLE -> 3;
            case INTEGER, FLOAT, FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE, DYNAMIC, INVOKE_DYNAMIC -> 4;
            case LONG, DOUBLE -> 8;
            default -> throw new IllegalArgumentException("tag " + tag + " at " + (start - 1));
        };
    }

    /** Returns one more than the largest index. */
    int count() {
        return starts.length;
    }

    /** Returns where the constants end, and the header of the class begins. */
    int end() {
        return end;
    }

    /** Returns what kind of constant {@code index} is. */
    int tag(int index) {
        return file.oneByte(starts[index] - 1);
    }

    /** Returns the first number of constant {@code index}, most often the index of another one. */
    int first(int index) {
        return file.twoBytes(starts[index]);
    }

    /** Returns the second number of constant {@code index}. */
    int second(int index) {
        return file.twoBytes(starts[index] + 2);
    }

    /** Returns the index of the constant that byte {@code at} of the file belongs to. */
    int indexAt(int at) {
        int found = Arrays.binarySearch(starts, at);
        return found < 0 ? -found - 2 : found;
    }

    /** Returns whether some text may be a name or descriptor of types of {@code packages}. */
    boolean mentions(PackageNames packages) {
        return packages.areIn(text());
    }

    /** Returns the constants as one text, a character for each byte; it begins at {@link #START}. */
    String text() {
        return new String(file.array(), START, end - START, StandardCharsets.ISO_8859_1);
    }

    /** Returns whether it may name, or make lambdas of, a type of {@code names}. */
    boolean uses(HashedNames names) {
        long hashed = 0;
        for (int index = 1; index < starts.length; index++) {
            int tag = tag(index);
            if (tag == CLASS ? isIn(names, index) : tag == INVOKE_DYNAMIC && isResultIn(names, index)) {
                return true;
            }
            if (tag == CLASS || tag == INVOKE_DYNAMIC) {
                hashed += file.twoBytes(starts[first(index)]);
            }
            if (hashed > MOST_HASHED * file.length()) {
                // many constants share a long text: it takes less to read the file than to hash on
                return true;
            }
        }
        return false;
    }

    /** Returns whether the class that is constant {@code index} may be one of {@code names}. */
    boolean isIn(HashedNames names, int index) {
        int name = starts[first(index)];
        return names.mayContain(file, name + 2, end(name));
    }

    /** Returns the name of the class that is constant {@code index} as it stands in the file. */
    byte[] rawName(int index) {
        int name = starts[first(index)];
        return Arrays.copyOfRange(file.array(), name + 2, end(name));
    }

    /** Returns whether a call site may return one of {@code names}, which is a class or something that is none. */
    private boolean isResultIn(HashedNames names, int callSite) {
        int descriptor = starts[second(second(callSite))];
        int end = end(descriptor);
        int start = end;
        while (start > descriptor + 2 && file.oneByte(start - 1) != ')') {
            start--;
        }
        return names.mayContain(file, start + 1, end - 1);
    }

    /**
     * Returns the name of the class that is constant {@code index}.
     *
     * @throws IllegalArgumentException if it is none
     */
    String className(int index) {
        if (index == 0 || tag(index) != CLASS || first(index) == 0 || tag(first(index)) != UTF_8) {
            throw new IllegalArgumentException("no class in constant " + index);
        }
        int text = starts[first(index)];
        int length = file.twoBytes(text);
        return isAscii(text + 2, length)
                ? new String(file.array(), text + 2, length, StandardCharsets.ISO_8859_1)
                : decoded(text, length);
    }

    /** Returns whether constant {@code index} is {@code text}, which is ASCII. */
    boolean isText(int index, String text) {
        int start = starts[index];
        return file.twoBytes(start) == text.length()
                && text.equals(new String(file.array(), start + 2, text.length(), StandardCharsets.ISO_8859_1));
    }

    private boolean isAscii(int start, int length) {
        for (int at = start; at < start + length; at++) {
            if (file.array()[at] < 0) {
                return false;
            }
        }
        return true;
    }

    private String decoded(int text, int length) {
        try {
            return new DataInputStream(new ByteArrayInputStream(file.array(), text, 2 + length)).readUTF();
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private int end(int text) {
        return text + 2 + file.twoBytes(text);
    }
}
