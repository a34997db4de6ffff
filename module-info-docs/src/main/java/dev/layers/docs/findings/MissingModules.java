package dev.layers.docs.findings;

import dev.layers.docs.model.DocumentedModule;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Modules that are required, and neither given nor part of the JDK that looks. */
final class MissingModules {
    private MissingModules() {}

    static List<Finding> in(Surroundings surroundings) {
        Map<String, SortedSet<String>> needed = new TreeMap<>();
        Map<String, SortedSet<String>> optional = new TreeMap<>();
        for (DocumentedModule module : surroundings.documented()) {
            for (Requires requires : module.descriptor().requires()) {
                if (isMissing(requires, surroundings)) {
                    Map<String, SortedSet<String>> kind =
                            requires.modifiers().contains(Modifier.STATIC) ? optional : needed;
                    kind.computeIfAbsent(requires.name(), key -> new TreeSet<>())
                            .add(module.name());
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        needed.forEach((name, requirers) -> findings.add(finding(Rule.MISSING_MODULE, name, requirers)));
        optional.forEach((name, requirers) -> findings.add(finding(Rule.MISSING_OPTIONAL_MODULE, name, requirers)));
        return findings;
    }

    private static boolean isMissing(Requires requires, Surroundings surroundings) {
        return !requires.modifiers().contains(Modifier.MANDATED)
                && surroundings.module(requires.name()).isEmpty();
    }

    private static Finding finding(Rule rule, String missing, SortedSet<String> requirers) {
        return new Finding(
                rule,
                List.copyOf(requirers),
                Quoted.name(missing) + " is neither given nor in the JDK; required by " + Quoted.names(requirers));
    }
}
