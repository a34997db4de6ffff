package dev.layers.internal.linkage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.objectweb.asm.ClassReader;

/** The constants of a class file, looked through without making strings of them. */
final class ConstantPool {
    static final int UTF_8 = 1;

    /** Before the constants come the magic number and the version; their count keeps a distance to the first text. */
    private static final int START = 8;

    /** How often the bytes of a file may be hashed. */
    private static final long MOST_HASHED = 8;

    private static final int CLASS = 7;
    private static final int INVOKE_DYNAMIC = 18;

    private final ClassReader reader;
    private final byte[] bytes;
    private long hashed;

    ConstantPool(ClassReader reader, byte[] bytes) {
        this.reader = reader;
        this.bytes = bytes;
    }

    /** Returns whether some text may be a name or descriptor of types of {@code packages}. */
    boolean mentions(PackageNames packages) {
        int end = Math.min(reader.header, bytes.length);
        return packages.areIn(new String(bytes, START, end - START, StandardCharsets.ISO_8859_1));
    }

    /** Returns whether it may name, or make lambdas of, a type whose name has one of these sorted hash codes. */
    boolean uses(int[] hashes) {
        int count = reader.getItemCount();
        hashed = 0;
        for (int index = 1; index < count; index++) {
            int start = reader.getItem(index);
            if (start > 0 && Arrays.binarySearch(hashes, hashOfUsed(start)) >= 0) {
                return true;
            }
            if (hashed > MOST_HASHED * bytes.length) {
                // many constants share a long text: it takes less to read the file than to hash on
                return true;
            }
        }
        return false;
    }

    /** Returns the hash code of the name of the class itself. */
    int hashOfName() {
        return hash(reader.getItem(reader.readUnsignedShort(reader.header + 2)));
    }

    private int hash(int constant) {
        int name = reader.getItem(reader.readUnsignedShort(constant));
        return hash(name + 2, end(name));
    }

    /** Returns the hash code of the class that a constant stands for, 0 if it stands for none. */
    private int hashOfUsed(int constant) {
        return switch (bytes[constant - 1]) {
            case CLASS -> hash(constant);
            case INVOKE_DYNAMIC -> hashOfResult(constant);
            default -> 0;
        };
    }

    /** Returns the hash code of the class that a call site returns, or of something that is none. */
    private int hashOfResult(int callSite) {
        int nameAndType = reader.getItem(reader.readUnsignedShort(callSite + 2));
        int descriptor = reader.getItem(reader.readUnsignedShort(nameAndType + 2));
        int end = end(descriptor);
        int start = end;
        while (start > descriptor + 2 && bytes[start - 1] != ')') {
            start--;
        }
        return hash(start + 1, end - 1);
    }

    private int hash(int start, int end) {
        hashed += end - start;
        int hash = 0;
        for (int at = start; at < end; at++) {
            hash = 31 * hash + bytes[at];
        }
        return hash;
    }

    private int end(int text) {
        return text + 2 + reader.readUnsignedShort(text);
    }
}
