package dev.layers.internal.heap;

/** Finds small numbers by ids, which are never 0. */
final class LongTable {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Budget budget;
    private long[] keys = new long[1 << 10];
    private int[] values = new int[1 << 10];
    private int size;

    LongTable(Budget budget) {
        this.budget = budget;
    }

    /** Returns the value of {@code key}, or -1. */
    int get(long key) {
        int slot = slot(key);
        return keys[slot] == key && key != 0 ? values[slot] : -1;
    }

    void put(long key, int value) throws NoRoomException {
        if (2 * size >= keys.length) {
            grow();
        }
        int slot = slot(key);
        size += keys[slot] == 0 ? 1 : 0;
        keys[slot] = key;
        values[slot] = value;
    }

    /** Returns where {@code key} is, or would be. */
    private int slot(long key) {
        int slot = (int) ((key * SPREAD) >>> 32) & (keys.length - 1);
        while (keys[slot] != key && keys[slot] != 0) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() throws NoRoomException {
        long[] oldKeys = keys;
        int[] oldValues = values;
        budget.take((long) keys.length * (Long.BYTES + Integer.BYTES));
        keys = new long[oldKeys.length * 2];
        values = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
