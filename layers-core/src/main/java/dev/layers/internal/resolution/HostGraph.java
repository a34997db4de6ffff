package dev.layers.internal.resolution;

import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ResolvedModule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Links the modules of the host as their configurations resolved them. */
final class HostGraph {
    private final List<HostModule> modules = new ArrayList<>();
    /** By identity: a configuration hands out the same objects always, and their hash codes are dear. */
    private final IdentityHashMap<ResolvedModule, HostModule> known = new IdentityHashMap<>();

    HostGraph(List<Configuration> configurations, Predicate<String> isOfJdk) {
        Set<Configuration> all = new LinkedHashSet<>();
        configurations.forEach(configuration -> addWithParents(configuration, all));
        all.stream()
                .flatMap(configuration -> configuration.modules().stream())
                .forEach(resolved -> add(resolved, isOfJdk.test(resolved.name())));
        known.forEach(this::link);
    }

    /** Returns all modules, those first that are found first. */
    List<HostModule> modules() {
        return modules;
    }

    /** Returns the module of the host that {@code resolved} is, none if it is another's. */
    @Nullable
    HostModule find(ResolvedModule resolved) {
        return known.get(resolved);
    }

    private void add(ResolvedModule resolved, boolean isOfJdk) {
        HostModule.Owner owner = isOfJdk ? HostModule.Owner.JDK : HostModule.Owner.HOST;
        HostModule module = new HostModule(resolved.reference().descriptor(), owner);
        modules.add(module);
        known.put(resolved, module);
    }

    private void link(ResolvedModule resolved, HostModule module) {
        Set<HostModule> implied = new LinkedHashSet<>();
        Deque<ResolvedModule> open = new ArrayDeque<>(List.of(resolved));
        while (!open.isEmpty()) {
            transitive(open.remove())
                    .filter(next -> implied.add(known.get(next)))
                    .forEach(open::add);
        }
        module.addImplied(implied);
        if (module.isAutomatic()) {
            module.addNeighbours(resolved.reads().stream()
                    .map(known::get)
                    .filter(HostModule::isAutomatic)
                    .toList());
        }
    }

    private static Stream<ResolvedModule> transitive(ResolvedModule resolved) {
        return resolved.reference().descriptor().requires().stream()
                .filter(requires -> requires.modifiers().contains(Requires.Modifier.TRANSITIVE))
                .flatMap(requires -> resolved.configuration().findModule(requires.name()).stream());
    }

    private static void addWithParents(Configuration configuration, Set<Configuration> all) {
        if (all.add(configuration)) {
            configuration.parents().forEach(parent -> addWithParents(parent, all));
        }
    }
}
