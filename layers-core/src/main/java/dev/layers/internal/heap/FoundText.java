package dev.layers.internal.heap;

import dev.layers.internal.hprof.ValueType;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The beginning of an array of primitives. */
final class FoundText {
    private final int type;
    private final byte[] bytes;

    FoundText(int type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    /** Returns the name of the type of the array. */
    String type() {
        return ValueType.name(type) + "[]";
    }

    /** Returns what a string means whose value this is. */
    String text(boolean isLatin) {
        if (type == ValueType.CHAR) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        return new String(bytes, isLatin ? StandardCharsets.ISO_8859_1 : utf16());
    }

    /** Returns how strings keep their characters, in the order of bytes of the processor. */
    private static Charset utf16() {
        return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
                ? StandardCharsets.UTF_16LE
                : StandardCharsets.UTF_16BE;
    }
}
