package dev.layers.docs.graph;

import dev.layers.docs.graph.Flow.Zone;
import dev.layers.docs.graph.ModuleGraph.Edge;
import dev.layers.docs.graph.ModuleGraph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * The column of each node, contracts in columns of their own. The layout's own partitions would do this too, but not the
 * same each time.
 */
final class Columns {
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<String, ElkNode> nodes = new HashMap<>();
    private final ModuleGraph graph;
    private final Flow flow;

    private Columns(ModuleGraph graph, Flow flow) {
        this.graph = graph;
        this.flow = flow;
    }

    static Map<String, Integer> of(ModuleGraph graph, Flow flow) {
        return new Columns(graph, flow).columns();
    }

    private Map<String, Integer> columns() {
        root.setProperty(LayeredOptions.RANDOM_SEED, 1);
        root.setProperty(LayeredOptions.THOROUGHNESS, 1);
        root.setProperty(LayeredOptions.GENERATE_POSITION_AND_LAYER_IDS, true);
        graph.nodes().forEach(this::add);
        List<Edge> edges = graph.edges().stream().map(flow::ahead).toList();
        edges.forEach(edge -> connect(edge.from(), edge.to()));
        separate(ends(edges, Zone.BEFORE), starts(edges, Zone.WITHIN));
        separate(ends(edges, Zone.WITHIN), starts(edges, Zone.AFTER));
        new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
        Map<String, Integer> columns = new HashMap<>();
        nodes.forEach((name, node) -> columns.put(name, node.getProperty(LayeredOptions.LAYERING_LAYER_ID)));
        return columns;
    }

    private void add(Node node) {
        ElkNode placed = ElkGraphUtil.createNode(root);
        placed.setDimensions(1, 1);
        nodes.put(node.name(), placed);
    }

    private void connect(String from, String to) {
        ElkGraphUtil.createSimpleEdge(nodes.get(from), nodes.get(to));
    }

    private void separate(List<String> before, List<String> after) {
        before.forEach(from -> after.forEach(to -> connect(from, to)));
    }

    /** Returns the nodes of a zone from which no edge leads to another one of it. */
    private List<String> ends(List<Edge> edges, Zone zone) {
        Set<String> passed = new HashSet<>();
        edges.stream().filter(edge -> isWithin(edge, zone)).forEach(edge -> passed.add(edge.from()));
        return tied(edges, zone, passed);
    }

    /** Returns the nodes of a zone to which no edge leads from another one of it. */
    private List<String> starts(List<Edge> edges, Zone zone) {
        Set<String> passed = new HashSet<>();
        edges.stream().filter(edge -> isWithin(edge, zone)).forEach(edge -> passed.add(edge.to()));
        return tied(edges, zone, passed);
    }

    private boolean isWithin(Edge edge, Zone zone) {
        return flow.zone(edge.from()) == zone && flow.zone(edge.to()) == zone;
    }

    private List<String> tied(List<Edge> edges, Zone zone, Set<String> passed) {
        Set<String> tied = new HashSet<>();
        edges.forEach(edge -> tied.addAll(List.of(edge.from(), edge.to())));
        List<String> names =
                new ArrayList<>(graph.nodes().stream().map(Node::name).toList());
        names.removeIf(name -> flow.zone(name) != zone || passed.contains(name) || !tied.contains(name));
        return names;
    }
}
