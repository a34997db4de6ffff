package dev.layers.docs.graph;

import dev.layers.docs.contract.Contract;
import dev.layers.docs.contract.Contracts;
import dev.layers.docs.graph.ModuleGraph.Edge;
import dev.layers.docs.graph.ModuleGraph.Kind;
import dev.layers.docs.graph.ModuleGraph.Node;
import dev.layers.docs.graph.ModuleGraph.Tie;
import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.ModuleSet;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way from descriptors to nodes and edges. */
final class GraphOfModules {
    static final String BASE = "java.base";

    private final List<DocumentedModule> modules;
    private final Set<String> contracts;
    private final Map<String, String> moduleByPackage = new HashMap<>();

    GraphOfModules(ModuleSet set, Contracts contracts) {
        this.modules = set.modules();
        this.contracts = contracts.contracts().stream()
                .map(Contract::module)
                .map(DocumentedModule::name)
                .collect(Collectors.toSet());
        Stream.of(set.modules(), set.known()).flatMap(List::stream).forEach(this::addPackages);
    }

    private void addPackages(DocumentedModule module) {
        module.descriptor().packages().forEach(name -> moduleByPackage.putIfAbsent(name, module.name()));
    }

    ModuleGraph graph() {
        List<Edge> edges = modules.stream()
                .map(DocumentedModule::descriptor)
                .flatMap(this::edges)
                .filter(edge -> !edge.from().equals(edge.to()))
                .filter(edge -> !edge.from().equals(BASE) && !edge.to().equals(BASE))
                .distinct()
                .sorted(Edges.ORDER)
                .toList();
        return new ModuleGraph(List.copyOf(nodes(edges)), edges);
    }

    private Collection<Node> nodes(List<Edge> edges) {
        SortedMap<String, Node> nodes = new TreeMap<>();
        modules.forEach(module -> nodes.putIfAbsent(module.name(), node(module)));
        edges.forEach(edge -> nodes.computeIfAbsent(edge.to(), GraphOfModules::other));
        if (nodes.size() > 1) {
            nodes.remove(BASE);
        }
        return nodes.values();
    }

    private Node node(DocumentedModule module) {
        return new Node(module.name(), kind(module), module.name(), List.of(module.name()));
    }

    private Kind kind(DocumentedModule module) {
        if (contracts.contains(module.name())) {
            return Kind.CONTRACT;
        }
        if (module.descriptor().isAutomatic()) {
            return Kind.AUTOMATIC;
        }
        return module.descriptor().isOpen() ? Kind.OPEN : Kind.NORMAL;
    }

    private static Node other(String name) {
        return new Node(name, Kind.OTHER, "", List.of(name));
    }

    private Stream<Edge> edges(ModuleDescriptor module) {
        Stream<Edge> requires =
                module.requires().stream().map(required -> new Edge(module.name(), required.name(), tie(required)));
        Stream<Edge> provides = module.provides().stream()
                .map(Provides::service)
                .flatMap(service -> service(module, service, Tie.PROVIDES));
        Stream<Edge> uses = module.uses().stream().flatMap(service -> service(module, service, Tie.USES));
        return Stream.of(requires, provides, uses).flatMap(edges -> edges);
    }

    /** An edge to a service whose module nobody knows cannot be drawn; the pages tell of it. */
    private Stream<Edge> service(ModuleDescriptor module, String service, Tie tie) {
        String packageName = service.substring(0, Math.max(0, service.lastIndexOf('.')));
        return Optional.ofNullable(moduleByPackage.get(packageName))
                .map(declaring -> new Edge(module.name(), declaring, tie))
                .stream();
    }

    private static Tie tie(Requires requires) {
        boolean isTransitive = requires.modifiers().contains(Modifier.TRANSITIVE);
        if (requires.modifiers().contains(Modifier.STATIC)) {
            return isTransitive ? Tie.STATIC_TRANSITIVE : Tie.STATIC;
        }
        return isTransitive ? Tie.TRANSITIVE : Tie.REQUIRES;
    }
}
