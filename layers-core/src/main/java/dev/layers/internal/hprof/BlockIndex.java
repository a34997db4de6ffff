package dev.layers.internal.hprof;

import java.util.Arrays;

/** Which ids stand in which part of a dump, roughly, so that single objects are found without reading all. */
public final class BlockIndex {
    /** A block is that long at least, so that there are not too many. */
    static final int LENGTH = 1 << 20;

    private static final int FIELDS = 4;

    /** Start, end, least and greatest id of each block. */
    private long[] blocks = new long[64 * FIELDS];

    private int size;

    void add(long start, long end, long least, long greatest) {
        if (size + FIELDS > blocks.length) {
            blocks = Arrays.copyOf(blocks, blocks.length * 2);
        }
        blocks[size++] = start;
        blocks[size++] = end;
        blocks[size++] = least;
        blocks[size++] = greatest;
    }

    int count() {
        return size / FIELDS;
    }

    long start(int block) {
        return blocks[block * FIELDS];
    }

    long end(int block) {
        return blocks[block * FIELDS + 1];
    }

    /** Returns whether one of the ids, in ascending order, may stand in a block. */
    boolean mayHold(int block, long[] ids) {
        int found = Arrays.binarySearch(ids, blocks[block * FIELDS + 2]);
        int next = found >= 0 ? found : -found - 1;
        return next < ids.length && ids[next] <= blocks[block * FIELDS + 3];
    }
}
