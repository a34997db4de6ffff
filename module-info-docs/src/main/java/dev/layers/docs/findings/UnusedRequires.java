package dev.layers.docs.findings;

import dev.layers.docs.model.DocumentedModule;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * What a module requires although no class of it names a package of that module, nor of what that one hands on. Silent where
 * there may be a reason that classes do not show: the other module is handed on, is optional, has no exports for this one, has
 * providers, or gets packages opened or exported.
 */
final class UnusedRequires {
    private final Surroundings surroundings;

    private UnusedRequires(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static List<Finding> in(Surroundings surroundings) {
        UnusedRequires rule = new UnusedRequires(surroundings);
        return surroundings.documented().stream()
                .filter(module -> !module.descriptor().isAutomatic())
                .filter(UnusedRequires::hasClasses)
                .flatMap(rule::findings)
                .toList();
    }

    /** Nothing can be said of a module without classes, nor of one whose classes were not read. */
    private static boolean hasClasses(DocumentedModule module) {
        return !module.content().packagesUsed().isEmpty()
                || !module.content().types().isEmpty();
    }

    private Stream<Finding> findings(DocumentedModule module) {
        return module.descriptor().requires().stream()
                .filter(requires -> Collections.disjoint(
                        requires.modifiers(), Set.of(Modifier.MANDATED, Modifier.STATIC, Modifier.TRANSITIVE)))
                .map(Requires::name)
                .filter(name -> isUnused(module, name))
                .map(name -> new Finding(
                        Rule.UNUSED_REQUIRES,
                        List.of(module.name()),
                        Quoted.name(module.name()) + " requires " + Quoted.name(name) + ", and none of its classes"
                                + " names anything of it"));
    }

    private boolean isUnused(DocumentedModule module, String required) {
        SortedSet<String> implied = surroundings.impliedBy(required);
        return implied.stream().allMatch(name -> surroundings.module(name).isPresent())
                && !provides(required)
                && implied.stream().noneMatch(name -> names(module, name) || isSpokenTo(module, name))
                && implied.stream().anyMatch(name -> exportsTo(name, module));
    }

    private boolean names(DocumentedModule module, String other) {
        return !Collections.disjoint(all(other).packages(), module.content().packagesUsed());
    }

    private boolean provides(String other) {
        return !all(other).provides().isEmpty();
    }

    private static boolean isSpokenTo(DocumentedModule module, String other) {
        ModuleDescriptor descriptor = module.descriptor();
        return Stream.concat(
                        descriptor.exports().stream().map(ModuleDescriptor.Exports::targets),
                        descriptor.opens().stream().map(ModuleDescriptor.Opens::targets))
                .anyMatch(targets -> targets.contains(other));
    }

    private boolean exportsTo(String other, DocumentedModule module) {
        return all(other).packages().stream().anyMatch(name -> surroundings.isExported(other, name, module.name()));
    }

    private ModuleDescriptor all(String name) {
        return surroundings.module(name).orElseThrow();
    }
}
