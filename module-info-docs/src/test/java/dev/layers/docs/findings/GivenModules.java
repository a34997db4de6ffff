package dev.layers.docs.findings;

import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.ModuleContent;
import dev.layers.docs.model.ModuleSet;
import java.lang.module.ModuleDescriptor;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Modules of which only what a rule looks at is known. */
record GivenModules(List<DocumentedModule> modules, List<DocumentedModule> known) {
    static GivenModules of(DocumentedModule... modules) {
        return new GivenModules(List.of(modules), List.of());
    }

    GivenModules around(DocumentedModule... others) {
        return new GivenModules(modules, List.of(others));
    }

    /** Returns what each finding of a rule says. */
    List<Finding> findings(Rule rule) {
        return Findings.of(new ModuleSet(modules, known, List.of())).of(rule);
    }

    static DocumentedModule module(ModuleDescriptor.Builder descriptor, String... packagesUsed) {
        return new DocumentedModule(descriptor.build(), using(Map.of(), packagesUsed));
    }

    static DocumentedModule exposing(ModuleDescriptor.Builder descriptor, Map<String, String> typesExposed) {
        return new DocumentedModule(descriptor.build(), using(typesExposed));
    }

    private static ModuleContent using(Map<String, String> typesExposed, String... packagesUsed) {
        return new ModuleContent(
                List.of(),
                new TreeSet<>(List.of(packagesUsed)),
                typesExposed,
                Collections.emptySortedSet(),
                Optional.empty());
    }
}
