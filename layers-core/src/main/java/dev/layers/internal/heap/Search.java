package dev.layers.internal.heap;

import dev.layers.internal.hprof.RootRecord;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Goes from the roots through the graph, nearest first, and stops at the edges of a territory. */
final class Search {
    static final int UNSEEN = -1;
    static final int BLOCKED = -2;
    /** A parent of {@code FIRST_ROOT - n} is the root {@code n}. */
    static final int FIRST_ROOT = -3;
    /** A parent of this is the queue of finalizers. */
    static final int FINALIZER = Integer.MIN_VALUE;

    private static final int MOST_ENTRIES = 1 << 20;
    private static final int BATCH = 1 << 16;

    private final Graph graph;
    private final List<RootRecord> roots;
    private final Waiting waiting;
    private final int[] parents;
    private final int[] queue;
    private int head;
    private int tail;
    private Ints entries;
    private boolean isThroughSoft;

    Search(Graph graph, List<RootRecord> roots, Budget budget, Waiting waiting) throws NoRoomException {
        this.graph = graph;
        this.roots = roots;
        this.waiting = waiting;
        parents = budget.ints(graph.size());
        queue = budget.ints(graph.size());
        entries = new Ints(new Budget(Long.MAX_VALUE));
    }

    /** Starts anew with a territory. */
    void begin(BitSet territory) {
        Arrays.fill(parents, UNSEEN);
        territory.stream().forEach(node -> parents[node] = BLOCKED);
        head = 0;
        tail = 0;
        entries = new Ints(new Budget(Long.MAX_VALUE));
        isThroughSoft = false;
    }

    /** Goes from the roots, all from those of a rank before those of the next one; returns whether it entered. */
    boolean throughStrong() throws IOException {
        for (RootRank rank : RootRank.values()) {
            for (int i = 0; i < roots.size(); i++) {
                int node = RootRank.of(roots.get(i)) == rank
                        ? graph.node(roots.get(i).id())
                        : -1;
                reach(FIRST_ROOT - i, node);
            }
            drain();
        }
        return entries.size() > 0;
    }

    /** Goes on through soft references; returns whether it entered. */
    boolean throughSoft() throws IOException {
        isThroughSoft = true;
        Referents referents = graph.referents();
        for (int i = 0; i < referents.size(); i++) {
            if (referents.is(i, Strength.SOFT) && isSeen(referents.node(i))) {
                reach(referents.node(i), graph.node(referents.referent(i)));
            }
        }
        drain();
        return entries.size() > 0;
    }

    /** Goes on from what waits for its finalizer; returns whether it entered. */
    boolean throughFinalizers() throws IOException {
        Referents referents = graph.referents();
        for (int i = 0; i < referents.size(); i++) {
            if (referents.is(i, Strength.FINAL) && isSeen(referents.node(i))) {
                reach(FINALIZER, graph.node(referents.referent(i)));
            }
        }
        drain();
        return entries.size() > 0;
    }

    private void drain() throws IOException {
        while (head < tail) {
            int batch = Math.min(tail, head + BATCH);
            while (head < batch) {
                expand(queue[head++]);
            }
            waiting.check();
        }
    }

    private void expand(int node) throws IOException {
        for (int i = graph.edgesStart(node), end = graph.edgesEnd(node); i < end; i++) {
            reach(node, graph.edge(i));
        }
        reach(node, graph.type(node));
        for (int type : graph.defined(node)) {
            reach(node, type);
        }
        if (isThroughSoft) {
            expandSoft(node);
        }
    }

    private void expandSoft(int node) throws IOException {
        int found = graph.referents().indexOf(node);
        if (found >= 0 && graph.referents().is(found, Strength.SOFT)) {
            reach(node, graph.node(graph.referents().referent(found)));
        }
    }

    private void reach(int from, int node) throws IOException {
        if (node < 0) {
            return;
        }
        int parent = parents[node];
        if (parent == UNSEEN) {
            parents[node] = from;
            queue[tail++] = node;
        } else if (parent == BLOCKED && entries.size() < MOST_ENTRIES && !isLikeTheLast(from, node)) {
            entries.add(from);
            entries.add(node);
        }
    }

    /** An array full of instances of a class is one entry. */
    private boolean isLikeTheLast(int from, int node) {
        int last = entries() - 1;
        return last >= 0
                && entryFrom(last) == from
                && !graph.isClass(node)
                && graph.type(entryTo(last)) == graph.type(node);
    }

    /** Returns whether the search went through {@code node}. */
    boolean isSeen(int node) {
        return parents[node] != UNSEEN && parents[node] != BLOCKED;
    }

    /** Returns whether {@code node} is outside the territory and was not found. */
    boolean isUnseen(int node) {
        return parents[node] == UNSEEN;
    }

    /** Returns what led to {@code node}: another one, or a root as its place among the roots tells. */
    int parent(int node) {
        return parents[node];
    }

    /** Returns how many ways into the territory were found. */
    int entries() {
        return entries.size() / 2;
    }

    /** Returns from where an entry leads: a node or a root. */
    int entryFrom(int entry) {
        return entries.get(2 * entry);
    }

    /** Returns where in the territory an entry leads. */
    int entryTo(int entry) {
        return entries.get(2 * entry + 1);
    }
}
