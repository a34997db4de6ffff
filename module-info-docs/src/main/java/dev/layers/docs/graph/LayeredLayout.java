package dev.layers.docs.graph;

import dev.layers.docs.graph.ModuleGraph.Edge;
import dev.layers.docs.graph.ModuleGraph.Node;
import dev.layers.docs.graph.ModuleGraph.Tie;
import dev.layers.docs.graph.Placement.Area;
import dev.layers.docs.graph.Placement.Box;
import dev.layers.docs.graph.Placement.Point;
import dev.layers.docs.graph.Placement.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CrossingMinimizationStrategy;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** The layout of a graph in columns, by the Eclipse Layout Kernel; the same for the same graph. */
final class LayeredLayout {
    private static final double FAR = 100_000;
    private static final double PORT_DISTANCE = 10;
    private static final int MOST_BROKEN_APART = 6;

    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<String, ElkNode> nodes = new HashMap<>();
    private final Map<Edge, ElkEdge> edges = new HashMap<>();
    private final Map<String, ElkPort> shared = new HashMap<>();
    private final ModuleGraph graph;
    private final Flow flow;
    private final Map<String, Integer> columns;

    private LayeredLayout(ModuleGraph graph) {
        this.graph = graph;
        this.flow = new Flow(graph);
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        this.columns = Columns.of(graph, flow);
    }

    static Placement of(ModuleGraph graph) {
        return new LayeredLayout(graph).placement();
    }

    private Placement placement() {
        choose();
        graph.nodes().forEach(this::add);
        graph.edges().forEach(this::add);
        graph.edges().forEach(this::prefer);
        nodes.values().forEach(LayeredLayout::fit);
        new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
        List<Box> boxes = graph.nodes().stream().map(this::box).toList();
        List<Route> routes = graph.edges().stream().map(this::route).toList();
        return new Placement(
                boxes, routes, ContractFrames.of(boxes), new Area(0, 0, root.getWidth(), root.getHeight()));
    }

    private void choose() {
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(LayeredOptions.RANDOM_SEED, 1);
        root.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.INTERACTIVE);
        root.setProperty(LayeredOptions.CROSSING_MINIMIZATION_STRATEGY, CrossingMinimizationStrategy.LAYER_SWEEP);
        root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
        root.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.INTERACTIVE);
        root.setProperty(LayeredOptions.ASPECT_RATIO, 1.6);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, 18.0);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 40.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 12.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 18.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 8.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 8.0);
        root.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, 24.0);
    }

    private void add(Node node) {
        ElkNode placed = ElkGraphUtil.createNode(root);
        Label label = Label.of(node);
        placed.setDimensions(label.width(), label.height());
        placed.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_SIDE);
        placed.setProperty(LayeredOptions.SPACING_PORT_PORT, PORT_DISTANCE);
        placed.setX(FAR * columns.getOrDefault(node.name(), 0));
        nodes.put(node.name(), placed);
    }

    private void add(Edge edge) {
        boolean isBackward = flow.isBackward(edge);
        ElkPort start = port(edge.from(), isBackward ? PortSide.WEST : PortSide.EAST);
        ElkPort end = end(edge, isBackward ? PortSide.EAST : PortSide.WEST);
        edges.put(
                edge,
                isBackward ? ElkGraphUtil.createSimpleEdge(end, start) : ElkGraphUtil.createSimpleEdge(start, end));
    }

    /** What is tied comes before what stands alone. */
    private void prefer(Edge edge) {
        node(edge.from()).setProperty(LayeredOptions.PRIORITY, 1);
        node(edge.to()).setProperty(LayeredOptions.PRIORITY, 1);
    }

    /** Unbroken lines run together where they arrive; broken ones, which would fill each other's gaps, only if they are many. */
    private ElkPort end(Edge edge, PortSide side) {
        boolean isUnbroken = edge.tie() == Tie.REQUIRES || edge.tie() == Tie.TRANSITIVE;
        if (!isUnbroken && alike(edge) <= MOST_BROKEN_APART) {
            return port(edge.to(), side);
        }
        return shared.computeIfAbsent(edge.tie() + " " + side + " " + edge.to(), key -> port(edge.to(), side));
    }

    private long alike(Edge edge) {
        return graph.edges().stream()
                .filter(other -> other.tie() == edge.tie())
                .filter(other -> other.to().equals(edge.to()))
                .count();
    }

    private ElkPort port(String node, PortSide side) {
        ElkPort port = ElkGraphUtil.createPort(node(node));
        port.setProperty(LayeredOptions.PORT_SIDE, side);
        return port;
    }

    private static void fit(ElkNode node) {
        double needed = PORT_DISTANCE * (1 + Math.max(ports(node, PortSide.WEST), ports(node, PortSide.EAST)));
        node.setHeight(Math.max(node.getHeight(), needed));
    }

    private static long ports(ElkNode node, PortSide side) {
        return node.getPorts().stream()
                .filter(port -> port.getProperty(LayeredOptions.PORT_SIDE) == side)
                .count();
    }

    private ElkNode node(String name) {
        return Objects.requireNonNull(nodes.get(name), name);
    }

    private Box box(Node node) {
        ElkNode placed = node(node.name());
        Area area = new Area(placed.getX(), placed.getY(), placed.getWidth(), placed.getHeight());
        return new Box(node, Label.of(node), area);
    }

    private Route route(Edge edge) {
        ElkEdgeSection section =
                Objects.requireNonNull(edges.get(edge)).getSections().get(0);
        List<Point> points = new ArrayList<>();
        points.add(new Point(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
        points.add(new Point(section.getEndX(), section.getEndY()));
        if (flow.isBackward(edge)) {
            Collections.reverse(points);
        }
        return new Route(edge, points);
    }
}
