package dev.layers.internal.heap;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;

/** What was sought, and what holds it by itself: the classes it defined, their instances, its modules and domains. */
final class Territory {
    private static final Set<String> KEEPERS = Set.of("java.lang.Module", "java.security.ProtectionDomain");

    private final Graph graph;
    private final int[] targets;
    /** The classes whose instances hold it, by index. */
    private final BitSet ownClasses = new BitSet();

    private final BitSet nodes = new BitSet();

    /** Creates the territory of {@code targets}, in ascending order. */
    Territory(Graph graph, int[] targets) {
        this.graph = graph;
        this.targets = targets;
        BitSet keepers = new BitSet();
        for (HeapClass type : graph.classes().all()) {
            ownClasses.set(type.index(), type.loader() != 0 && isTarget(graph.node(type.loader())));
            keepers.set(type.index(), KEEPERS.contains(type.name()));
        }
        for (int target : targets) {
            nodes.set(target);
        }
        for (int node = 0; node < graph.size(); node++) {
            HeapClass type = graph.classOf(node);
            if (type != null && (ownClasses.get(type.index()) || (keepers.get(type.index()) && isKeeper(node)))) {
                nodes.set(node);
            }
        }
    }

    private boolean isKeeper(int node) {
        return !graph.isClass(node) && target(node) >= 0;
    }

    private boolean isTarget(int node) {
        return node >= 0 && Arrays.binarySearch(targets, node) >= 0;
    }

    /** Returns a target that {@code node} refers to, or -1. */
    private int target(int node) {
        for (int i = graph.edgesStart(node); i < graph.edgesEnd(node); i++) {
            if (isTarget(graph.edge(i))) {
                return graph.edge(i);
            }
        }
        return -1;
    }

    /** Returns all that belongs to it. */
    BitSet nodes() {
        return nodes;
    }

    boolean contains(int node) {
        return nodes.get(node);
    }

    /** Returns whether a class was defined by what was sought. */
    boolean owns(HeapClass type) {
        return ownClasses.get(type.index());
    }

    /** Returns what comes after {@code node} of this territory on the way to what was sought; -1 if that is it. */
    int next(int node) {
        if (isTarget(node)) {
            return -1;
        }
        int direct = target(node);
        HeapClass type = graph.classOf(node);
        return direct >= 0 || type == null ? direct : graph.node(type);
    }
}
