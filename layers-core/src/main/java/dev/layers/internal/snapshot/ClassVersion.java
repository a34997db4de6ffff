package dev.layers.internal.snapshot;

import java.nio.ByteBuffer;

/** The version that a class file states in its first bytes. */
final class ClassVersion {
    /** Java 1 was class file version 45. */
    static final int OFFSET = 44;

    private static final int MAGIC = 0xCAFEBABE;

    private ClassVersion() {}

    /** Returns whether this JVM refuses {@code bytes} as too new. */
    static boolean isTooNew(byte[] bytes) {
        return isClass(bytes) && major(bytes) > Runtime.version().feature() + OFFSET;
    }

    static boolean isClass(byte[] bytes) {
        return bytes.length >= 8 && ByteBuffer.wrap(bytes).getInt() == MAGIC;
    }

    static int major(byte[] bytes) {
        return Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(6));
    }
}
