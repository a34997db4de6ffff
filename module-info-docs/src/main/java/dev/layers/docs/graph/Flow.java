package dev.layers.docs.graph;

import dev.layers.docs.graph.ModuleGraph.Edge;
import dev.layers.docs.graph.ModuleGraph.Kind;
import dev.layers.docs.graph.ModuleGraph.Node;
import dev.layers.docs.graph.ModuleGraph.Tie;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which way a drawing runs: from the left to the right as modules stand on each other, but contracts between those that
 * provide on their left and those that use on their right.
 */
final class Flow {
    private final Set<String> contracts = new HashSet<>();
    private final Set<Edge> backward = new HashSet<>();
    private final Map<String, Zone> zones = new HashMap<>();

    Flow(ModuleGraph graph) {
        graph.nodes().stream()
                .filter(node -> node.kind() == Kind.CONTRACT)
                .map(Node::name)
                .forEach(contracts::add);
        turn(graph.edges());
        List<Edge> forward = graph.edges().stream().map(this::ahead).toList();
        Ways ways = new Ways(forward);
        graph.nodes().forEach(node -> zones.put(node.name(), zone(node.name(), ways)));
    }

    /** Where a node lies, seen from the contracts. */
    enum Zone {
        BEFORE,
        WITHIN,
        AFTER
    }

    boolean isBackward(Edge edge) {
        return backward.contains(edge);
    }

    Zone zone(String node) {
        return zones.getOrDefault(node, Zone.AFTER);
    }

    /** Turns all edges of a module that uses a contract, where nothing else leads from the one to the other. */
    private void turn(Collection<Edge> edges) {
        Map<Edge, List<Edge>> pairs = new TreeMap<>(Edges.ORDER);
        edges.forEach(
                edge -> pairs.computeIfAbsent(new Edge(edge.from(), edge.to(), Tie.USES), pair -> new ArrayList<>())
                        .add(edge));
        Ways ways = new Ways(edges);
        pairs.forEach((pair, between) -> {
            if (isOnlyUser(pair, between)) {
                turn(between, ways);
            }
        });
    }

    private boolean isOnlyUser(Edge pair, List<Edge> between) {
        List<Tie> ties = between.stream().map(Edge::tie).toList();
        return contracts.contains(pair.to()) && ties.contains(Tie.USES) && !ties.contains(Tie.PROVIDES);
    }

    private void turn(List<Edge> between, Ways ways) {
        Edge any = between.get(0);
        between.forEach(ways::remove);
        if (ways.reached(any.from()).contains(any.to())) {
            between.forEach(ways::add);
        } else {
            backward.addAll(between);
            between.forEach(edge -> ways.add(reversed(edge)));
        }
    }

    /** Returns an edge as it runs from the left to the right. */
    Edge ahead(Edge edge) {
        return isBackward(edge) ? reversed(edge) : edge;
    }

    private static Edge reversed(Edge edge) {
        return new Edge(edge.to(), edge.from(), edge.tie());
    }

    private Zone zone(String node, Ways ways) {
        boolean isAhead = contracts.stream().anyMatch(ways.reached(node)::contains);
        if (contracts.contains(node)) {
            return Zone.WITHIN;
        }
        if (!isAhead) {
            return Zone.AFTER;
        }
        return contracts.stream().anyMatch(contract -> ways.reached(contract).contains(node))
                ? Zone.WITHIN
                : Zone.BEFORE;
    }
}
