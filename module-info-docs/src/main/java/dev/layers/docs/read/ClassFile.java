package dev.layers.docs.read;

import java.nio.ByteBuffer;
import org.objectweb.asm.ClassReader;

/** A class file, and the bytes that it stands in. */
final class ClassFile extends ClassReader {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int HEADER = 10;

    private final byte[] bytes;

    private ClassFile(byte[] bytes, int length) {
        super(bytes, 0, length);
        this.bytes = bytes;
    }

    /**
     * Takes a class file that is known to be whole from the start of a buffer: what lies behind it there would be taken for
     * a part of one that is not.
     */
    static ClassFile trusted(byte[] buffer, int length) {
        return new ClassFile(buffer, length);
    }

    /** Parses the constant pool; whatever is wrong with the rest shows when it is visited. */
    static ClassFile of(byte[] bytes) {
        if (bytes.length < HEADER || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
            throw new IllegalArgumentException("it is no class file");
        }
        return new ClassFile(bytes, bytes.length);
    }

    byte[] bytes() {
        return bytes;
    }
}
