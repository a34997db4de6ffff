package dev.layers.docs.graph;

import dev.layers.docs.graph.ModuleGraph.Detail;
import dev.layers.docs.graph.ModuleGraph.Edge;
import dev.layers.docs.graph.ModuleGraph.Kind;
import dev.layers.docs.graph.ModuleGraph.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A graph with some of its nodes drawn as one.
 *
 * @param drawn the node that each node of the graph is drawn as, by name
 */
record Overview(ModuleGraph full, int limit, Map<String, Node> drawn) {
    private static final int MOST_EDGES_PER_NODE = 3;
    private static final int FEWEST_NODES = 25;

    /** Takes fewer nodes than the limit where so many would have more lines than can be followed. */
    static Overview of(ModuleGraph graph, int limit) {
        Overview overview = new Overview(graph, limit, assigned(graph.nodes(), limit));
        for (int fewer = limit * 2 / 3; fewer >= FEWEST_NODES && overview.isTangled(); fewer = fewer * 2 / 3) {
            overview = new Overview(graph, limit, assigned(graph.nodes(), fewer));
        }
        return overview;
    }

    private boolean isTangled() {
        boolean hasClusters = clusters(drawn.values()).findAny().isPresent();
        return hasClusters && Reduction.of(graph()).graph().edges().size() > MOST_EDGES_PER_NODE * limit;
    }

    private static Map<String, Node> assigned(Collection<Node> nodes, int limit) {
        Map<String, Node> drawn = new HashMap<>();
        Set<String> taken = new HashSet<>();
        nodes.forEach(node -> taken.add(node.name()));
        Grouping.of(nodes, limit).forEach(group -> {
            Node node = group.node(group.size() == 1 ? group.name() : unique(group.name(), taken));
            group.nodes().forEach(member -> drawn.put(member.name(), node));
        });
        return drawn;
    }

    /** Two groups may have one prefix, one of contracts and one of others; and a module may be called anything. */
    private static String unique(String name, Set<String> taken) {
        String unique = name;
        while (!taken.add(unique)) {
            unique += "*";
        }
        return unique;
    }

    ModuleGraph graph() {
        return graph(full.edges());
    }

    private ModuleGraph graph(Collection<Edge> edges) {
        return graph(drawn.values(), edges);
    }

    private ModuleGraph graph(Collection<Node> nodes, Collection<Edge> edges) {
        List<Edge> moved = edges.stream().map(this::moved).toList();
        return new ModuleGraph(
                nodes.stream()
                        .distinct()
                        .sorted(Comparator.comparing(Node::name))
                        .toList(),
                Edges.merged(moved));
    }

    private Edge moved(Edge edge) {
        return new Edge(drawn(edge.from()).name(), drawn(edge.to()).name(), edge.tie());
    }

    private Node drawn(String name) {
        return drawn.getOrDefault(name, new Node(name, Kind.OTHER, "", List.of(name)));
    }

    List<Detail> details() {
        return clusters(drawn.values()).flatMap(this::details).toList();
    }

    private static Stream<Node> clusters(Collection<Node> nodes) {
        return nodes.stream()
                .distinct()
                .filter(Node::isCluster)
                .filter(node -> node.kind() != Kind.OTHER)
                .sorted(Comparator.comparing(Node::name));
    }

    private Stream<Detail> details(Node cluster) {
        Set<String> members = new HashSet<>(cluster.members());
        List<Node> inside = full.nodes().stream()
                .filter(node -> members.contains(node.name()))
                .toList();
        Map<String, Node> opened = assigned(inside, limit);
        Overview detail = new Overview(full, limit, with(opened));
        Stream<Detail> own = Stream.of(new Detail(cluster.name(), detail.around(members)));
        return Stream.concat(own, clusters(opened.values()).flatMap(detail::details));
    }

    private Map<String, Node> with(Map<String, Node> opened) {
        Map<String, Node> all = new HashMap<>(drawn);
        all.putAll(opened);
        return all;
    }

    /** The members and all that they are tied to, without what the others are tied to among themselves. */
    private ModuleGraph around(Set<String> members) {
        List<Edge> edges = full.edges().stream()
                .filter(edge -> members.contains(edge.from()) || members.contains(edge.to()))
                .toList();
        List<Node> nodes = new ArrayList<>();
        members.forEach(member -> nodes.add(drawn(member)));
        edges.forEach(edge -> nodes.addAll(List.of(drawn(edge.from()), drawn(edge.to()))));
        return graph(nodes, edges);
    }
}
