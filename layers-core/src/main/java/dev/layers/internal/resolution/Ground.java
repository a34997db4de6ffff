package dev.layers.internal.resolution;

import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ResolvedModule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What loaded modules show to one that requires them: themselves, and what they require transitively.
 *
 * <p>The JDK would show the private libraries too, since they are in the same configuration.
 */
final class Ground {
    private final HostGraph host;
    private final Map<String, HostModule> byName = new HashMap<>();
    private final Set<HostModule> shown = new LinkedHashSet<>();
    private final Map<String, List<HostModule>> exporters = new HashMap<>();
    private final Map<String, String> hidden = new HashMap<>();
    private final List<Configuration> configurations;
    private final IdentityHashMap<ResolvedModule, HostModule> known = new IdentityHashMap<>();

    Ground(HostGraph host, Collection<Dependency> dependencies) {
        this.host = host;
        this.configurations =
                dependencies.stream().map(Dependency::configuration).toList();
        dependencies.forEach(this::show);
        Set<Configuration> seen = new HashSet<>();
        dependencies.forEach(dependency -> hide(dependency.configuration(), dependency.module(), seen));
    }

    List<Configuration> configurations() {
        return configurations;
    }

    Optional<HostModule> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Set<HostModule> modules() {
        return shown;
    }

    List<HostModule> exporters(String packageName) {
        return exporters.getOrDefault(packageName, List.of());
    }

    /** Returns whether two of its modules, or one of the host, have one name or export one package. */
    boolean isAmbiguousWith(HostFacts facts) {
        return shown.size() > byName.size()
                || byName.keySet().stream().anyMatch(name -> facts.find(name).isPresent())
                || exporters.entrySet().stream()
                        .anyMatch(entry -> entry.getValue().size() > 1
                                || !facts.exporters(entry.getKey()).isEmpty());
    }

    /** Returns the module that keeps one of that name to itself. */
    Optional<String> keeper(String name) {
        return byName.containsKey(name) ? Optional.empty() : Optional.ofNullable(hidden.get(name));
    }

    /** Returns whether a module that reads {@code resolved} should not. */
    boolean isHidden(ResolvedModule resolved) {
        HostModule module = known.get(resolved);
        return host.find(resolved) == null && (module == null || !shown.contains(module));
    }

    private void show(Dependency dependency) {
        ResolvedModule main =
                dependency.configuration().findModule(dependency.module()).orElseThrow();
        for (ResolvedModule resolved : implied(main)) {
            if (host.find(resolved) == null) {
                HostModule module = module(resolved);
                byName.putIfAbsent(resolved.name(), module);
                if (shown.add(module)) {
                    link(resolved, module);
                }
            }
        }
    }

    private void link(ResolvedModule resolved, HostModule module) {
        module.addImplied(implied(resolved).stream().map(this::module).toList());
        if (module.isAutomatic()) {
            module.addNeighbours(resolved.reads().stream()
                    .filter(read -> read.reference().descriptor().isAutomatic())
                    .map(this::module)
                    .toList());
        }
        module.exported()
                .forEach(name -> exporters
                        .computeIfAbsent(name, first -> new ArrayList<>())
                        .add(module));
    }

    private HostModule module(ResolvedModule resolved) {
        HostModule ofHost = host.find(resolved);
        return ofHost != null
                ? ofHost
                : known.computeIfAbsent(
                        resolved, first -> new HostModule(first.reference().descriptor(), HostModule.Owner.MANAGER));
    }

    /** Goes by what is read: two parents can have modules of one name. */
    private static Set<ResolvedModule> implied(ResolvedModule main) {
        Set<ResolvedModule> implied = new LinkedHashSet<>();
        Deque<ResolvedModule> open = new ArrayDeque<>(List.of(main));
        while (!open.isEmpty()) {
            ResolvedModule next = open.remove();
            if (implied.add(next)) {
                transitive(next).forEach(open::add);
            }
        }
        return implied;
    }

    private static Stream<ResolvedModule> transitive(ResolvedModule resolved) {
        return resolved.reference().descriptor().requires().stream()
                .filter(requires -> requires.modifiers().contains(Requires.Modifier.TRANSITIVE))
                .flatMap(requires ->
                        resolved.reads().stream().filter(read -> read.name().equals(requires.name())));
    }

    private void hide(Configuration configuration, String keeper, Set<Configuration> seen) {
        boolean isOfManager = configuration.modules().stream().anyMatch(module -> host.find(module) == null);
        if (isOfManager && seen.add(configuration)) {
            configuration.modules().forEach(module -> hidden.putIfAbsent(module.name(), keeper));
            configuration.parents().forEach(parent -> hide(parent, keeper, seen));
        }
    }
}
