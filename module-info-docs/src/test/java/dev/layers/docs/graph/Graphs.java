package dev.layers.docs.graph;

import dev.layers.docs.contract.Contract;
import dev.layers.docs.contract.Contracts;
import dev.layers.docs.graph.ModuleGraph.Edge;
import dev.layers.docs.graph.ModuleGraph.Kind;
import dev.layers.docs.graph.ModuleGraph.Node;
import dev.layers.docs.graph.ModuleGraph.Tie;
import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.ModuleContent;
import dev.layers.docs.model.ModuleSet;
import java.lang.module.ModuleDescriptor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Graphs for tests. */
final class Graphs {
    /** Everything a format could take for its own. */
    static final String HOSTILE =
            "</text><script>alert('x')</script> \"q\" & \\ \\N\n] --> n0; end #amp; `|{}%% \u202e\u0000\ud800";

    private Graphs() {}

    static ModuleDescriptor.Builder module(String name) {
        return ModuleDescriptor.newModule(name).packages(Set.of(name)).requires("java.base");
    }

    static ModuleSet set(ModuleDescriptor... descriptors) {
        return new ModuleSet(documented(descriptors), List.of(), List.of());
    }

    static List<DocumentedModule> documented(ModuleDescriptor... descriptors) {
        return Arrays.stream(descriptors)
                .map(descriptor -> new DocumentedModule(descriptor, ModuleContent.unknown()))
                .sorted(Comparator.comparing(DocumentedModule::name))
                .toList();
    }

    static Contracts contracts(ModuleSet set, String... names) {
        return new Contracts(set.modules().stream()
                .filter(module -> List.of(names).contains(module.name()))
                .map(module -> new Contract(module, List.of()))
                .toList());
    }

    static ModuleGraph graphOf(ModuleDescriptor... descriptors) {
        return ModuleGraph.of(set(descriptors), new Contracts(List.of()));
    }

    /** Returns a graph of edges such as {@code a TRANSITIVE b}; names that begin with {@code contract} are contracts. */
    static ModuleGraph graph(String... edges) {
        List<Edge> all =
                Arrays.stream(edges).map(Graphs::edge).sorted(Edges.ORDER).toList();
        return graph(all);
    }

    static ModuleGraph graph(List<Edge> edges) {
        Set<String> names = new TreeSet<>();
        edges.forEach(edge -> names.addAll(List.of(edge.from(), edge.to())));
        return new ModuleGraph(names.stream().map(Graphs::node).toList(), edges);
    }

    static Edge edge(String words) {
        String[] parts = words.split(" ");
        return new Edge(parts[0], parts[2], Tie.valueOf(parts[1]));
    }

    static Node node(String name) {
        return node(name, name.startsWith("contract") ? Kind.CONTRACT : Kind.NORMAL);
    }

    static Node node(String name, Kind kind) {
        return new Node(name, kind, name, List.of(name));
    }

    static ModuleGraph nodes(Stream<String> names) {
        return new ModuleGraph(names.sorted().map(Graphs::node).toList(), List.of());
    }

    /** Returns modules of so many groups of so many, each of which requires one of the group before and one of its own. */
    static ModuleGraph groups(int groups, int size) {
        List<Edge> edges = IntStream.range(0, groups * size)
                .boxed()
                .flatMap(at -> Stream.of(
                        new Edge(name(at / size, at % size), name(at / size, at % size / 2), Tie.REQUIRES),
                        new Edge(name(at / size, at % size), name(at / size / 2, at % size / 3), Tie.REQUIRES),
                        new Edge(name(at / size, at % size), "contract" + at % 7, Tie.PROVIDES)))
                .filter(edge -> !edge.from().equals(edge.to()))
                .distinct()
                .sorted(Edges.ORDER)
                .toList();
        return graph(edges);
    }

    private static String name(int group, int member) {
        return "org.acme.group" + group + ".member" + member;
    }

    static String svg(ModuleGraph graph) {
        return new SvgDrawing("drawing", "Modules", graph, node -> Optional.empty()).text();
    }
}
