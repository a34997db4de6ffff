package dev.layers.docs.findings;

import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.JdkModules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Packages that more than one module has; one that the JDK does not export is its own affair. */
final class SplitPackages {
    private static final Comparator<Set<String>> ORDER = Comparator.comparing(names -> String.join(" ", names));

    private SplitPackages() {}

    static List<Finding> in(Surroundings surroundings) {
        Set<String> documented = surroundings.documented().stream()
                .map(DocumentedModule::name)
                .collect(Collectors.toCollection(HashSet::new));
        Map<Set<String>, SortedSet<String>> packages = new TreeMap<>(ORDER);
        surroundings.owners().forEach((name, owners) -> {
            SortedSet<String> inTheWay = inTheWay(surroundings, name, owners);
            if (inTheWay.size() > 1 && inTheWay.stream().anyMatch(documented::contains)) {
                packages.computeIfAbsent(inTheWay, key -> new TreeSet<>()).add(name);
            }
        });
        List<Finding> findings = new ArrayList<>();
        packages.forEach((modules, names) -> findings.add(new Finding(
                Rule.SPLIT_PACKAGE,
                List.copyOf(modules),
                (names.size() == 1 ? "Package " : "Packages ") + Quoted.names(names) + " in "
                        + Quoted.names(modules))));
        return findings;
    }

    private static SortedSet<String> inTheWay(Surroundings surroundings, String packageName, Set<String> owners) {
        return owners.stream()
                .filter(owner -> !JdkModules.contain(owner)
                        || owners.stream().anyMatch(other -> surroundings.isExported(owner, packageName, other)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
