package dev.layers.internal.layer;

import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ResolvedModule;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The modules that an application was started with, without the JDK's. */
final class ModuleGraph {
    /** By name; those of upper layers hide others. */
    private final Map<String, Module> modules = new LinkedHashMap<>();

    private ModuleGraph() {}

    /** Returns those of the layers that {@code types} are of, and of their parents; a class path stands on the boot layer. */
    static ModuleGraph of(List<Class<?>> types) {
        ModuleGraph graph = new ModuleGraph();
        for (Class<?> type : types) {
            ModuleLayer layer = type.getModule().getLayer();
            graph.add(layer == null ? ModuleLayer.boot() : layer);
        }
        return graph;
    }

    Collection<Module> modules() {
        return modules.values();
    }

    /** Returns where they are, as text. */
    Set<String> locations() {
        return modules.values().stream()
                .flatMap(module -> location(module).stream())
                .collect(Collectors.toSet());
    }

    /** Returns where {@code module} is, if its layer knows. */
    static Optional<String> location(Module module) {
        return module.getLayer()
                .configuration()
                .findModule(module.getName())
                .map(ResolvedModule::reference)
                .flatMap(reference -> reference.location())
                .map(place -> Locations.normal(place.toString()));
    }

    /** Returns {@code owners}, and what they require and none of {@code hosts} does, nor a module that nobody here requires. */
    Set<Module> ownedBy(Collection<Module> owners, Collection<Module> hosts) {
        Set<Module> reached = reachable(owners);
        Set<Module> roots = new HashSet<>(modules.values());
        roots.removeAll(reached);
        roots.addAll(hosts);
        Set<Module> owned = new LinkedHashSet<>(reached);
        owned.removeAll(reachable(roots));
        owned.addAll(owners);
        return Set.copyOf(owned);
    }

    private void add(ModuleLayer layer) {
        layer.modules().stream()
                .filter(module -> !isOfJdk(module.getName()))
                .forEach(module -> modules.putIfAbsent(module.getName(), module));
        layer.parents().forEach(this::add);
    }

    private static boolean isOfJdk(String name) {
        return name.startsWith("java.") || name.startsWith("jdk.");
    }

    private Set<Module> reachable(Collection<Module> from) {
        Set<Module> reached = new HashSet<>();
        Deque<Module> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            Module module = open.remove();
            if (module.isNamed() && reached.add(module)) {
                module.getDescriptor().requires().stream()
                        .map(Requires::name)
                        .flatMap(name -> Optional.ofNullable(modules.get(name)).stream())
                        .forEach(open::add);
            }
        }
        return reached;
    }
}
