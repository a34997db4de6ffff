package dev.layers.internal.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes read as the little-endian numbers of the zip format. */
final class LittleEndian {
    private final byte[] array;

    LittleEndian(byte[] array) {
        this.array = array;
    }

    byte[] array() {
        return array;
    }

    int length() {
        return array.length;
    }

    int twoBytes(int at) {
        return (array[at] & 0xFF) | ((array[at + 1] & 0xFF) << 8);
    }

    int fourBytes(int at) {
        return twoBytes(at) | (twoBytes(at + 2) << 16);
    }

    long unsignedFourBytes(int at) {
        return fourBytes(at) & 0xFFFF_FFFFL;
    }

    long eightBytes(int at) {
        return unsignedFourBytes(at) | ((long) fourBytes(at + 4) << 32);
    }

    /** Returns whether {@code length} bytes from {@code at} lie inside. */
    boolean contains(long at, long length) {
        return at >= 0 && length >= 0 && at <= array.length - length;
    }

    /** Returns whether two stretches, both inside, hold the same bytes. */
    boolean isSame(int at, int length, int other, int otherLength) {
        return Arrays.equals(array, at, at + length, array, other, other + otherLength);
    }

    byte[] bytes(int at, int length) {
        return Arrays.copyOfRange(array, at, at + length);
    }

    String text(int at, int length) {
        return new String(array, at, length, StandardCharsets.UTF_8);
    }
}
