package dev.layers.internal.linkage;

/** Bytes read as the big-endian numbers of class files. */
final class BigEndian {
    private final byte[] array;

    BigEndian(byte[] array) {
        this.array = array;
    }

    byte[] array() {
        return array;
    }

    int length() {
        return array.length;
    }

    int oneByte(int at) {
        return array[at] & 0xFF;
    }

    int twoBytes(int at) {
        return (oneByte(at) << 8) | oneByte(at + 1);
    }

    int fourBytes(int at) {
        return (twoBytes(at) << 16) | twoBytes(at + 2);
    }
}
