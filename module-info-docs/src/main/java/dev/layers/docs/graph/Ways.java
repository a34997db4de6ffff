package dev.layers.docs.graph;

import dev.layers.docs.graph.ModuleGraph.Edge;
import dev.layers.docs.graph.ModuleGraph.Tie;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The edges of a graph by where they start, while some are taken out. */
final class Ways {
    private final Map<String, List<Edge>> edges = new HashMap<>();

    Ways(Collection<Edge> all) {
        all.forEach(this::add);
    }

    void remove(Edge edge) {
        from(edge.from()).remove(edge);
    }

    void add(Edge edge) {
        edges.computeIfAbsent(edge.from(), from -> new ArrayList<>()).add(edge);
    }

    /** Takes an edge out if a way of other edges leads where it does, so that of two that stand in for each other one is left. */
    boolean replace(Edge edge, Set<Tie> first, Set<Tie> then) {
        from(edge.from()).remove(edge);
        boolean isReplaced = lead(edge, first, then);
        if (!isReplaced) {
            add(edge);
        }
        return isReplaced;
    }

    private boolean lead(Edge wanted, Set<Tie> first, Set<Tie> then) {
        Set<String> seen = new HashSet<>(Set.of(wanted.from()));
        Deque<String> pending = new ArrayDeque<>(next(wanted.from(), first));
        while (!pending.isEmpty()) {
            String node = pending.poll();
            if (seen.add(node)) {
                pending.addAll(next(node, then));
            }
        }
        return seen.contains(wanted.to());
    }

    private List<String> next(String node, Set<Tie> ties) {
        return from(node).stream()
                .filter(edge -> ties.contains(edge.tie()))
                .map(Edge::to)
                .toList();
    }

    /** Returns the nodes that ways lead to, without where they start unless they come back to it. */
    Set<String> reached(String start) {
        Set<String> seen = new HashSet<>();
        Deque<String> pending = new ArrayDeque<>(List.of(start));
        while (!pending.isEmpty()) {
            for (Edge edge : from(pending.poll())) {
                if (seen.add(edge.to())) {
                    pending.add(edge.to());
                }
            }
        }
        return seen;
    }

    private List<Edge> from(String node) {
        return edges.getOrDefault(node, new ArrayList<>());
    }
}
