package dev.layers.docs.findings;

import dev.layers.docs.model.DocumentedModule;
import java.lang.module.ModuleDescriptor;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Automatic modules that a module with a descriptor needs, and that keep it from being linked. */
final class AutomaticModules {
    private AutomaticModules() {}

    static List<Finding> in(Surroundings surroundings) {
        Ties ties = Ties.withKnown(surroundings);
        List<String> described = surroundings.documented().stream()
                .filter(module -> !module.descriptor().isAutomatic())
                .map(DocumentedModule::name)
                .toList();
        List<String> roots = roots(described, ties);
        return surroundings.all().values().stream()
                .filter(ModuleDescriptor::isAutomatic)
                .map(ModuleDescriptor::name)
                .flatMap(name -> finding(name, way(ties, roots, described, name)))
                .toList();
    }

    /** Returns the modules that no other one needs. */
    private static List<String> roots(List<String> described, Ties ties) {
        Collection<String> needed =
                described.stream().flatMap(name -> ties.neededBy(name).stream()).collect(Collectors.toSet());
        return described.stream().filter(name -> !needed.contains(name)).toList();
    }

    /** Returns the whole way where there is one; modules that only need each other have no beginning. */
    private static List<String> way(Ties ties, List<String> roots, List<String> described, String module) {
        List<String> way = ties.way(roots, module);
        return way.isEmpty() ? ties.way(described, module) : way;
    }

    private static Stream<Finding> finding(String module, List<String> way) {
        if (way.isEmpty()) {
            return Stream.of();
        }
        String path = way.stream().map(Quoted::name).collect(Collectors.joining(" needs "));
        return Stream.of(new Finding(Rule.AUTOMATIC_MODULE, List.of(module), path + ", which is automatic"));
    }
}
