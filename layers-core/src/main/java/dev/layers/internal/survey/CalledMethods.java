package dev.layers.internal.survey;

import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;

/** Reads from the constant pool of a class file which methods it names; it names those that it calls. */
final class CalledMethods {
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;

    private final ClassReader reader;
    private final char[] buffer;

    private CalledMethods(ClassReader reader) {
        this.reader = reader;
        this.buffer = new char[reader.getMaxStringLength()];
    }

    /** Returns the methods as {@code java.lang.Thread.<init>}; none of a class file that cannot be parsed. */
    static Set<String> of(byte[] classFile) {
        try {
            return new CalledMethods(new ClassReader(classFile)).all();
        } catch (RuntimeException malformed) {
            // the library does not say which: what the JVM will refuse, or a version it does not know, is told
            // elsewhere
            return Set.of();
        }
    }

    private Set<String> all() {
        Set<String> names = new TreeSet<>();
        for (int item = 1; item < reader.getItemCount(); item++) {
            int offset = reader.getItem(item);
            if (offset > 0 && isMethod(offset)) {
                names.add(name(offset));
            }
        }
        return names;
    }

    /** The tag of an item stands before it; the second half of a long has none. */
    private boolean isMethod(int offset) {
        int tag = reader.readByte(offset - 1);
        return tag == METHOD || tag == INTERFACE_METHOD;
    }

    private String name(int offset) {
        String owner = reader.readClass(offset, buffer).replace('/', '.');
        int nameAndType = reader.getItem(reader.readUnsignedShort(offset + 2));
        return owner + "." + reader.readUTF8(nameAndType, buffer);
    }
}
