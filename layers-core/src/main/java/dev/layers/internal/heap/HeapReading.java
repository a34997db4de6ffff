package dev.layers.internal.heap;

import dev.layers.internal.hprof.BlockIndex;
import dev.layers.internal.hprof.DumpReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads a dump in this JVM. */
final class HeapReading {
    private final DumpReader reader;
    private final Collection<Long> numbers;
    private final Question question;
    private final Budget budget;
    private final Waiting waiting;
    private final HeapClasses classes;
    private final Roots roots;
    private final Marks marks;
    private final Map<Long, Found> found = new LinkedHashMap<>();

    /** What was found of a mark, before it is made text of. */
    private record Found(Holding.Kind kind, Territory territory, List<Route> routes) {}

    HeapReading(Question question, Budget budget, AnalysisListener listener) {
        waiting = new Waiting(listener);
        reader = new DumpReader(question.dump(), waiting::at);
        numbers = question.numbers();
        this.question = question;
        this.budget = budget;
        classes = new HeapClasses(budget, new Names(budget));
        roots = new Roots(budget);
        marks = new Marks(budget, Set.copyOf(numbers));
    }

    Map<Long, Holding> read() throws IOException {
        waiting.begin(Waiting.Stage.OBJECTS);
        NodeIds nodes = new NodeIds(budget);
        BlockIndex index = scan(nodes);
        Graph graph = graph(nodes);
        waiting.begin(Waiting.Stage.PATHS);
        search(graph);
        waiting.begin(Waiting.Stage.LABELS);
        Map<Long, Holding> holdings = tell(graph, index);
        waiting.at(100);
        return holdings;
    }

    private BlockIndex scan(NodeIds nodes) throws IOException {
        NodeScan scan = new NodeScan(classes, roots, marks, nodes);
        BlockIndex index = reader.read(scan);
        if (scan.isComplete()) {
            return index;
        }
        // some objects came before their classes, which are known now
        classes.layOutAll();
        nodes.clear();
        roots.clear();
        marks.clear();
        return reader.read(new NodeScan(classes, roots, marks, nodes));
    }

    private Graph graph(NodeIds nodes) throws IOException {
        int objects = nodes.size();
        classes.layOutAll();
        for (HeapClass type : classes.all()) {
            nodes.add(type.id());
        }
        Graph graph = edges(nodes, objects);
        Set<Long> leaves = new TreeSet<>();
        for (long number : numbers) {
            referents(graph, number).stream()
                    .filter(referent -> graph.node(referent) < 0)
                    .forEach(leaves::add);
        }
        if (leaves.isEmpty()) {
            return graph;
        }
        // what holds nothing is no node, but here it is what was sought
        for (long leaf : leaves) {
            nodes.add(leaf);
        }
        return edges(nodes, objects);
    }

    private Graph edges(NodeIds nodes, int objects) throws IOException {
        waiting.begin(Waiting.Stage.REFERENCES);
        nodes.index();
        Graph graph = new Graph(nodes, classes, objects, budget);
        reader.read(new EdgeScan(classes, graph));
        graph.addClasses();
        return graph;
    }

    private List<Long> referents(Graph graph, long number) {
        List<Long> referents = new ArrayList<>();
        for (long reference : marks.referencesOf(number)) {
            int place = graph.referents().indexOf(graph.node(reference));
            if (place >= 0) {
                referents.add(graph.referents().referent(place));
            }
        }
        return referents;
    }

    private void search(Graph graph) throws IOException {
        Search search = null;
        for (long number : numbers) {
            int[] targets = referents(graph, number).stream()
                    .mapToInt(graph::node)
                    .filter(node -> node >= 0)
                    .sorted()
                    .distinct()
                    .toArray();
            if (targets.length > 0) {
                search = search == null ? new Search(graph, roots.all(), budget, waiting) : search;
                found.put(number, search(graph, search, new Territory(graph, targets)));
            }
        }
    }

    private Found search(Graph graph, Search search, Territory territory) throws IOException {
        search.begin(territory.nodes());
        Holding.Kind kind = search.throughStrong()
                ? Holding.Kind.STRONG
                : search.throughSoft()
                        ? Holding.Kind.SOFT
                        : search.throughFinalizers() ? Holding.Kind.FINALIZABLE : Holding.Kind.HIDDEN;
        if (kind != Holding.Kind.HIDDEN) {
            List<Route> routes = new Routes(graph, roots, search, territory).all();
            boolean isStrong = kind == Holding.Kind.STRONG;
            return new Found(
                    kind, territory, isStrong ? new OtherWays(graph, roots, search, territory).of(routes) : routes);
        }
        List<Route> hidden = new HiddenSearch(graph, search, territory, budget).routes();
        return new Found(hidden.isEmpty() ? Holding.Kind.UNREFERENCED : kind, territory, hidden);
    }

    private Map<Long, Holding> tell(Graph graph, BlockIndex index) throws IOException {
        Paths paths = new Paths(graph, roots, new Lookup(reader, index, classes));
        paths.prepare(found.values().stream()
                .flatMap(each -> each.routes().stream().limit(question.choice()))
                .toList());
        Map<Long, Holding> holdings = new LinkedHashMap<>();
        for (long number : numbers) {
            Found each = found.get(number);
            holdings.put(
                    number,
                    each == null ? new Holding(Holding.Kind.COLLECTED, List.of(), false) : holding(paths, each));
        }
        return holdings;
    }

    private Holding holding(Paths paths, Found each) {
        List<HeldPath> told = each.routes().stream()
                .limit(question.choice())
                .map(route -> paths.path(route, each.territory()))
                .toList();
        return new Holding(each.kind(), told, each.routes().size() > told.size(), question.paths());
    }
}
