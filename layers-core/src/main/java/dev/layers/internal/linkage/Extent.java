package dev.layers.internal.linkage;

import org.objectweb.asm.ClassReader;

/** Walks over the lengths that a class file states: a reader of constants alone does not see that its end is cut off. */
final class Extent {
    private final ClassReader reader;
    private final int end;

    private Extent(ClassReader reader, int end) {
        this.reader = reader;
        this.end = end;
    }

    /**
     * Checks that fields, methods and attributes fill the file exactly, and returns where the attributes begin.
     *
     * @throws IndexOutOfBoundsException if they do not
     */
    static int check(ClassReader reader, int length) {
        Extent extent = new Extent(reader, length);
        int interfaces = reader.header + 6;
        int fields = interfaces + 2 + 2 * reader.readUnsignedShort(interfaces);
        int methods = extent.endOfMembers(fields);
        int attributes = extent.endOfMembers(methods);
        int reached = extent.endOfAttributes(attributes);
        if (reached != length) {
            throw new IndexOutOfBoundsException(length + " bytes instead of " + reached);
        }
        return attributes;
    }

    private int endOfMembers(int start) {
        int at = start + 2;
        for (int count = reader.readUnsignedShort(start); count > 0; count--) {
            at = endOfAttributes(at + 6);
        }
        return at;
    }

    private int endOfAttributes(int start) {
        int at = start + 2;
        for (int count = reader.readUnsignedShort(start); count > 0; count--) {
            int length = reader.readInt(at + 2);
            at += 6;
            if (length < 0 || length > end - at) {
                throw new IndexOutOfBoundsException("an attribute of " + length + " bytes at " + at);
            }
            at += length;
        }
        return at;
    }
}
