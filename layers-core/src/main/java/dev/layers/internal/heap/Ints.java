package dev.layers.internal.heap;

import java.util.Arrays;

/** Numbers in the order they were added, in pieces that are never copied. */
final class Ints {
    private static final int BITS = 14;
    private static final int PIECE = 1 << BITS;

    private final Budget budget;
    private int[][] pieces = new int[64][];
    private int size;

    Ints(Budget budget) {
        this.budget = budget;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return pieces[index >>> BITS][index & PIECE - 1];
    }

    void add(int value) throws NoRoomException {
        if ((size & PIECE - 1) == 0) {
            grow();
        }
        pieces[size >>> BITS][size & PIECE - 1] = value;
        size++;
    }

    private void grow() throws NoRoomException {
        if (size > Integer.MAX_VALUE - 2 * PIECE) {
            throw new NoRoomException("it has more than " + size + " references");
        }
        int piece = size >>> BITS;
        if (piece == pieces.length) {
            pieces = Arrays.copyOf(pieces, piece * 2);
        }
        budget.take((long) PIECE * Integer.BYTES);
        pieces[piece] = new int[PIECE];
    }
}
