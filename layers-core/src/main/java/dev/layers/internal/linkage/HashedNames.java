package dev.layers.internal.linkage;

import java.util.Arrays;
import java.util.Collection;

/**
 * Names of classes, recognised in the bytes of class files by their hash codes; now and then it takes another name for
 * one of them.
 */
final class HashedNames {
    private final int[] hashes;
    /** A bit for the length of each name, by which most others are told without being hashed. */
    private final long lengths;

    private HashedNames(int[] hashes, long lengths) {
        this.hashes = hashes;
        this.lengths = lengths;
    }

    /** Takes names as they stand in class files. */
    static HashedNames of(Collection<byte[]> names) {
        int[] hashes = new int[names.size()];
        long lengths = 0;
        int index = 0;
        for (byte[] name : names) {
            lengths |= 1L << name.length;
            hashes[index++] = hash(name, 0, name.length);
        }
        Arrays.sort(hashes);
        return new HashedNames(hashes, lengths);
    }

    /** Returns whether the bytes from {@code start} to {@code end} may be one of the names. */
    boolean mayContain(BigEndian file, int start, int end) {
        return (lengths & (1L << (end - start))) != 0
                && Arrays.binarySearch(hashes, hash(file.array(), start, end)) >= 0;
    }

    private static int hash(byte[] bytes, int start, int end) {
        int hash = 0;
        for (int at = start; at < end; at++) {
            hash = 31 * hash + bytes[at];
        }
        return hash;
    }
}
