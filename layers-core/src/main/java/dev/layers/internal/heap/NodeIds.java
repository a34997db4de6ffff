package dev.layers.internal.heap;

/** The ids of all nodes in the order of the dump, and the way back from an id to its node. */
final class NodeIds {
    /** Objects that are neighbours in the heap are neighbours in the table: most references lead to those. */
    private static final int NEIGHBOURS = 64;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Budget budget;
    private final Longs ids;
    private int[] table = {};
    private int regions;

    NodeIds(Budget budget) {
        this.budget = budget;
        ids = new Longs(budget);
    }

    void add(long id) throws NoRoomException {
        ids.add(id);
    }

    /** Forgets all, to be filled again. */
    void clear() {
        ids.clear();
    }

    int size() {
        return ids.size();
    }

    long id(int node) {
        return ids.get(node);
    }

    /** Has all nodes that were added found by their ids. */
    void index() throws NoRoomException {
        budget.giveBack((long) table.length * Integer.BYTES);
        table = new int[0];
        regions = ids.size() / (NEIGHBOURS / 2) + 1;
        long slots = (long) regions * NEIGHBOURS;
        if (slots > Integer.MAX_VALUE - NEIGHBOURS) {
            throw new NoRoomException("it has " + ids.size() + " objects");
        }
        table = budget.ints((int) slots);
        for (int node = 0; node < ids.size(); node++) {
            insert(node);
        }
    }

    private void insert(int node) {
        long id = ids.get(node);
        int slot = slot(id);
        while (table[slot] != 0 && ids.get(table[slot] - 1) != id) {
            slot = slot + 1 == table.length ? 0 : slot + 1;
        }
        if (table[slot] == 0) {
            table[slot] = node + 1;
        }
    }

    /** Returns the node of an id, or -1. */
    int node(long id) {
        if (id == 0) {
            return -1;
        }
        int slot = slot(id);
        for (int entry = table[slot]; entry != 0; entry = table[slot]) {
            if (ids.get(entry - 1) == id) {
                return entry - 1;
            }
            slot = slot + 1 == table.length ? 0 : slot + 1;
        }
        return -1;
    }

    private int slot(long id) {
        long region = ((((id >>> 9) * SPREAD) >>> 32) * regions) >>> 32;
        return (int) region * NEIGHBOURS + (int) (id >>> 3 & NEIGHBOURS - 1);
    }
}
