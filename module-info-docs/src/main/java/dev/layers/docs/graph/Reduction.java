package dev.layers.docs.graph;

import dev.layers.docs.graph.ModuleGraph.Edge;
import dev.layers.docs.graph.ModuleGraph.Node;
import dev.layers.docs.graph.ModuleGraph.Tie;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is drawn of a graph: without what others imply.
 *
 * @param implied how many {@code requires} are left out since {@code requires transitive} ways say the same
 * @param bridged how many ties to require are left out since other lines lead there, in a graph with clusters
 */
record Reduction(ModuleGraph graph, int implied, int bridged) {
    private static final int SPARSE = 2;

    static Reduction of(ModuleGraph graph) {
        Set<String> clusters = new HashSet<>();
        graph.nodes().stream().filter(Node::isCluster).map(Node::name).forEach(clusters::add);
        Ways ways = new Ways(graph.edges());
        List<Edge> plain = graph.edges().stream()
                .filter(edge -> touches(edge, clusters) || !isImplied(edge, ways))
                .toList();
        boolean isDense =
                !clusters.isEmpty() && plain.size() > SPARSE * graph.nodes().size();
        List<Edge> sparse = plain.stream()
                .filter(edge -> !isDense || !isBridged(edge, ways))
                .toList();
        return new Reduction(
                new ModuleGraph(graph.nodes(), sparse),
                graph.edges().size() - plain.size(),
                plain.size() - sparse.size());
    }

    private static boolean touches(Edge edge, Set<String> clusters) {
        return clusters.contains(edge.from()) || clusters.contains(edge.to());
    }

    /** A transitive one passes on what it requires, so only transitive ones imply it. */
    private static boolean isImplied(Edge edge, Ways ways) {
        return switch (edge.tie()) {
            case REQUIRES -> ways.replace(edge, EnumSet.of(Tie.REQUIRES, Tie.TRANSITIVE), EnumSet.of(Tie.TRANSITIVE));
            case TRANSITIVE -> ways.replace(edge, EnumSet.of(Tie.TRANSITIVE), EnumSet.of(Tie.TRANSITIVE));
            default -> false;
        };
    }

    /** Who provides or uses a service requires its module as well. */
    private static boolean isBridged(Edge edge, Ways ways) {
        return !edge.tie().isService() && ways.replace(edge, EnumSet.allOf(Tie.class), EnumSet.allOf(Tie.class));
    }
}
