package dev.layers.docs.page;

import dev.layers.docs.graph.ModuleGraph;
import dev.layers.docs.graph.ModuleGraph.Edge;
import dev.layers.docs.graph.ModuleGraph.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Parts of the graph of all modules that are drawn. */
final class Neighbourhood {
    private static final int MOST_DRAWN = 30;

    private Neighbourhood() {}

    /** Returns the graph of what was given alone, if that are more than single modules. */
    static ModuleGraph withoutStrangers(ModuleGraph whole) {
        List<Node> given = whole.nodes().stream()
                .filter(node -> node.kind() != ModuleGraph.Kind.OTHER)
                .toList();
        Set<String> names = given.stream().map(Node::name).collect(Collectors.toSet());
        List<Edge> edges = whole.edges().stream()
                .filter(edge -> names.contains(edge.from()) && names.contains(edge.to()))
                .toList();
        return edges.isEmpty() ? whole : new ModuleGraph(given, edges);
    }

    /** Returns a module and what it is tied to. */
    static ModuleGraph of(String module, ModuleGraph whole) {
        List<Edge> edges = whole.edges().stream()
                .filter(edge -> edge.from().equals(module) || edge.to().equals(module))
                .toList();
        Set<String> near = new HashSet<>(Set.of(module));
        edges.forEach(edge -> near.addAll(List.of(edge.from(), edge.to())));
        ModuleGraph graph = new ModuleGraph(
                whole.nodes().stream()
                        .filter(node -> near.contains(node.name()))
                        .toList(),
                edges);
        return near.size() > MOST_DRAWN ? graph.collapsed(MOST_DRAWN) : graph;
    }
}
