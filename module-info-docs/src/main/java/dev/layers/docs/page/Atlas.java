package dev.layers.docs.page;

import dev.layers.docs.contract.Contract;
import dev.layers.docs.contract.Contracts;
import dev.layers.docs.findings.Findings;
import dev.layers.docs.graph.ModuleGraph;
import dev.layers.docs.graph.ModuleGraph.Node;
import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that the pages are about, and the ways from one to another. */
final class Atlas {
    /** Stands where no module does something. */
    static final String NOBODY = "none of these modules";

    private final ModuleSet set;
    private final Contracts contracts;
    private final Findings findings;
    private final PageNames names;
    private final ModuleGraph graph;
    private final Map<String, DocumentedModule> modules = new HashMap<>();
    private final Map<String, SortedSet<String>> requiredBy = new TreeMap<>();
    private final Map<String, List<String>> providers = new HashMap<>();
    private final Map<String, List<String>> users = new HashMap<>();
    private final Map<String, Contract> contractByService = new HashMap<>();

    Atlas(ModuleSet set, Contracts contracts, Findings findings) {
        this.set = set;
        this.contracts = contracts;
        this.findings = findings;
        this.names = PageNames.of(set, contracts);
        this.graph = ModuleGraph.of(set, contracts);
        set.modules().forEach(this::add);
        contracts
                .contracts()
                .forEach(contract -> contract.services()
                        .forEach(service -> contractByService.put(service.type().name(), contract)));
    }

    private void add(DocumentedModule module) {
        modules.putIfAbsent(module.name(), module);
        module.requires()
                .forEach(required -> requiredBy
                        .computeIfAbsent(required.module(), name -> new TreeSet<>())
                        .add(module.name()));
        module.provides()
                .forEach(provides -> providers
                        .computeIfAbsent(provides.service(), name -> new ArrayList<>())
                        .add(module.name()));
        module.uses()
                .forEach(service -> users.computeIfAbsent(service, name -> new ArrayList<>())
                        .add(module.name()));
    }

    List<DocumentedModule> modules() {
        return set.modules();
    }

    Contracts contracts() {
        return contracts;
    }

    Findings findings() {
        return findings;
    }

    PageNames names() {
        return names;
    }

    /** Returns the graph of all modules. */
    ModuleGraph graph() {
        return graph;
    }

    Optional<DocumentedModule> find(String module) {
        return Optional.ofNullable(modules.get(module));
    }

    List<String> requiredBy(String module) {
        return List.copyOf(requiredBy.getOrDefault(module, new TreeSet<>()));
    }

    /** Returns the modules that provide a service. */
    List<String> providersOf(String service) {
        return providers.getOrDefault(service, List.of());
    }

    /** Returns the modules that use a service. */
    List<String> usersOf(String service) {
        return users.getOrDefault(service, List.of());
    }

    Optional<Contract> contractOf(String service) {
        return Optional.ofNullable(contractByService.get(service));
    }

    /** Returns the name of a module, linked to its page if it has one. */
    Words module(String name) {
        return names.module(name).map(page -> Words.link(page, name)).orElseGet(() -> Words.code(name));
    }

    Words modules(List<String> modules) {
        return Words.joined(modules.stream().map(this::module).toList(), ", ");
    }

    /** Returns the names of modules, or that there are none. */
    Words some(List<String> modules) {
        return modules.isEmpty() ? Words.plain(NOBODY) : modules(modules);
    }

    /** Returns the name of a service, linked to where its contract says how it crosses. */
    Words service(String name) {
        return contractOf(name)
                .flatMap(contract -> names.contract(contract.module().name()))
                .map(page -> Words.link(page, name, name))
                .orElseGet(() -> Words.code(name));
    }

    /** Returns the link to a contract. */
    Words contract(Contract contract) {
        String module = contract.module().name();
        return Words.link(names.contract(module).orElseThrow(), module);
    }

    /** Returns the type of that name that a module has. */
    static Optional<DocumentedType> type(DocumentedModule module, String name) {
        return module.content().types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst();
    }

    /** Returns a graph whose nodes name the pages that they lead to. */
    ModuleGraph leading(ModuleGraph drawn) {
        return new ModuleGraph(drawn.nodes().stream().map(this::leading).toList(), drawn.edges());
    }

    private Node leading(Node node) {
        String page = node.isCluster() ? "" : names.module(node.name()).orElse("");
        return new Node(node.name(), node.kind(), page, node.members());
    }
}
