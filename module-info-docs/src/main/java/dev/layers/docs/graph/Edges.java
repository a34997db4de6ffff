package dev.layers.docs.graph;

import dev.layers.docs.graph.ModuleGraph.Edge;
import dev.layers.docs.graph.ModuleGraph.Tie;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Edges in their order, and as the one edge that stands for several. */
final class Edges {
    static final Comparator<Edge> ORDER =
            Comparator.comparing(Edge::from).thenComparing(Edge::to).thenComparing(Edge::tie);

    private Edges() {}

    /** Returns those to draw for edges whose ends became clusters: one for each service tie, and one for all that require. */
    static List<Edge> merged(Collection<Edge> edges) {
        Map<Edge, Set<Tie>> ties = edges.stream()
                .filter(edge -> !edge.from().equals(edge.to()))
                .collect(Collectors.groupingBy(
                        Edges::bundle,
                        () -> new TreeMap<>(ORDER),
                        Collectors.mapping(Edge::tie, Collectors.toCollection(() -> EnumSet.noneOf(Tie.class)))));
        return ties.entrySet().stream()
                .map(entry -> new Edge(entry.getKey().from(), entry.getKey().to(), common(entry.getValue())))
                .sorted(ORDER)
                .toList();
    }

    private static Edge bundle(Edge edge) {
        return new Edge(edge.from(), edge.to(), edge.tie().isService() ? edge.tie() : Tie.REQUIRES);
    }

    /** What only some of the modules say is not said of all. */
    private static Tie common(Set<Tie> ties) {
        if (ties.size() == 1) {
            return ties.iterator().next();
        }
        return Stream.of(Tie.STATIC, Tie.STATIC_TRANSITIVE).toList().containsAll(ties) ? Tie.STATIC : Tie.REQUIRES;
    }
}
