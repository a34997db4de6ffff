package dev.layers.internal.snapshot;

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
        return bytes.length >= 8
                && (bytes[0] << 24 | (bytes[1] & 0xFF) << 16 | (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF) == MAGIC;
    }

    static int major(byte[] bytes) {
        return (bytes[6] & 0xFF) << 8 | bytes[7] & 0xFF;
    }
}
