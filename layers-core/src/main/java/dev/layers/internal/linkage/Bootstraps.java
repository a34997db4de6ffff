package dev.layers.internal.linkage;

import org.objectweb.asm.ClassReader;

/**
 * The arguments of the bootstrap methods of a class file.
 *
 * <p>Constants can share a long list of them, which ASM reads for each: some KB become GB before a visitor sees any.
 */
final class Bootstraps {
    private static final String ATTRIBUTE = "BootstrapMethods";
    private static final int DYNAMIC = 17;
    private static final int MOST = 1_000_000;

    private final ClassReader reader;

    private Bootstraps(ClassReader reader) {
        this.reader = reader;
    }

    /** Returns whether all dynamic constants together have no more arguments than a check can read. */
    static boolean areReadable(ClassReader reader, int attributes) {
        return new Bootstraps(reader).arguments(attributes) <= MOST;
    }

    private long arguments(int attributes) {
        char[] buffer = new char[reader.getMaxStringLength()];
        int at = attributes + 2;
        for (int count = reader.readUnsignedShort(attributes); count > 0; count--) {
            if (ATTRIBUTE.equals(reader.readUTF8(at, buffer))) {
                return argumentsOfConstants(counts(at + 6));
            }
            at += 6 + reader.readInt(at + 2);
        }
        return 0;
    }

    /** Returns how many arguments each bootstrap method has. */
    private int[] counts(int start) {
        int[] counts = new int[reader.readUnsignedShort(start)];
        int at = start + 2;
        for (int index = 0; index < counts.length; index++) {
            counts[index] = reader.readUnsignedShort(at + 2);
            at += 4 + 2 * counts[index];
        }
        return counts;
    }

    private long argumentsOfConstants(int[] counts) {
        long arguments = 0;
        for (int index = 1; index < reader.getItemCount(); index++) {
            int constant = reader.getItem(index);
            if (constant > 0 && reader.readByte(constant - 1) == DYNAMIC) {
                arguments += counts[reader.readUnsignedShort(constant)];
            }
        }
        return arguments;
    }
}
