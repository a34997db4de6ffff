package dev.layers.internal.heap;

/** The referents of reference objects, which paths do not go through by themselves. */
final class Referents {
    private final Ints nodes;
    private final Longs referents;
    private final Ints strengths;

    Referents(Budget budget) {
        nodes = new Ints(budget);
        referents = new Longs(budget);
        strengths = new Ints(budget);
    }

    /** Adds that of {@code node}, which is greater than those before. */
    void add(int node, long referent, Strength strength) throws NoRoomException {
        nodes.add(node);
        referents.add(referent);
        strengths.add(strength.code());
    }

    int size() {
        return nodes.size();
    }

    /** Returns the reference object at {@code index}. */
    int node(int index) {
        return nodes.get(index);
    }

    /** Returns the id of the referent at {@code index}. */
    long referent(int index) {
        return referents.get(index);
    }

    boolean is(int index, Strength strength) {
        return strengths.get(index) == strength.code();
    }

    /** Returns where the referent of {@code node} is, or -1. */
    int indexOf(int node) {
        int low = 0;
        int high = nodes.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = nodes.get(middle);
            if (found == node) {
                return middle;
            }
            low = found < node ? middle + 1 : low;
            high = found < node ? high : middle - 1;
        }
        return -1;
    }
}
