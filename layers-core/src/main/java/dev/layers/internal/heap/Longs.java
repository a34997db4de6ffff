package dev.layers.internal.heap;

import java.util.Arrays;

/** Numbers in the order they were added, in pieces that are never copied. */
final class Longs {
    private static final int BITS = 14;
    private static final int PIECE = 1 << BITS;

    private final Budget budget;
    private long[][] pieces = new long[64][];
    private int size;

    Longs(Budget budget) {
        this.budget = budget;
    }

    int size() {
        return size;
    }

    long get(int index) {
        return pieces[index >>> BITS][index & PIECE - 1];
    }

    void add(long value) throws NoRoomException {
        if ((size & PIECE - 1) == 0) {
            grow();
        }
        pieces[size >>> BITS][size & PIECE - 1] = value;
        size++;
    }

    /** Forgets all, to be filled again. */
    void clear() {
        budget.giveBack((long) ((size + PIECE - 1) >>> BITS) * PIECE * Long.BYTES);
        pieces = new long[64][];
        size = 0;
    }

    private void grow() throws NoRoomException {
        if (size > Integer.MAX_VALUE - 2 * PIECE) {
            throw new NoRoomException("it has more than " + size + " objects");
        }
        int piece = size >>> BITS;
        if (piece == pieces.length) {
            pieces = Arrays.copyOf(pieces, piece * 2);
        }
        budget.take((long) PIECE * Long.BYTES);
        pieces[piece] = new long[PIECE];
    }
}
