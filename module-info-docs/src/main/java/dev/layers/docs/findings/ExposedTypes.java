package dev.layers.docs.findings;

import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.DocumentedType;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a module shows and should not: internals, and types that those who see them cannot use. */
final class ExposedTypes {
    private static final Set<String> INTERNAL = Set.of("internal", "internals", "impl", "private", "priv", "hidden");

    private final Surroundings surroundings;

    private ExposedTypes(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static List<Finding> in(Surroundings surroundings) {
        ExposedTypes rule = new ExposedTypes(surroundings);
        List<Finding> findings = new ArrayList<>();
        surroundings.documented().stream()
                .filter(module -> !module.descriptor().isAutomatic())
                .forEach(module -> {
                    findings.addAll(internals(module));
                    findings.addAll(rule.types(module));
                });
        return findings;
    }

    private static List<Finding> internals(DocumentedModule module) {
        Set<String> packages = new TreeSet<>();
        module.descriptor().exports().stream()
                .filter(exports -> !exports.isQualified())
                .map(Exports::source)
                .filter(ExposedTypes::isInternal)
                .forEach(packages::add);
        return packages.isEmpty()
                ? List.of()
                : List.of(new Finding(
                        Rule.EXPORTED_INTERNALS,
                        List.of(module.name()),
                        Quoted.name(module.name()) + " exports " + Quoted.names(packages) + " to every module"));
    }

    private static boolean isInternal(String packageName) {
        return List.of(packageName.toLowerCase(Locale.ROOT).split("\\.")).stream()
                .anyMatch(INTERNAL::contains);
    }

    private List<Finding> types(DocumentedModule module) {
        Map<String, NavigableSet<String>> byOwner = new TreeMap<>();
        module.content()
                .typesExposed()
                .keySet()
                .forEach(type -> owner(module, type)
                        .forEach(owner -> byOwner.computeIfAbsent(owner, key -> new TreeSet<>())
                                .add(type)));
        return byOwner.entrySet().stream()
                .map(entry -> finding(module, entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Returns the module whose type it is, if a caller of this module may not use it. */
    private List<String> owner(DocumentedModule module, String type) {
        String packageName = DocumentedType.packageOf(type);
        if (module.descriptor().packages().contains(packageName)) {
            return List.of(module.name());
        }
        Set<String> readByCallers = surroundings.impliedBy(module.name());
        readByCallers.add("java.base");
        SortedSet<String> owners = surroundings.ownersOf(Set.of(packageName));
        return owners.stream().anyMatch(readByCallers::contains)
                ? List.of()
                : owners.stream().filter(owner -> isRequired(module, owner)).toList();
    }

    private boolean isRequired(DocumentedModule module, String owner) {
        return module.descriptor().requires().stream()
                .filter(requires -> !requires.modifiers().contains(Modifier.STATIC))
                .map(Requires::name)
                .anyMatch(name -> surroundings.impliedBy(name).contains(owner));
    }

    private static Finding finding(DocumentedModule module, String owner, NavigableSet<String> types) {
        boolean isOwn = owner.equals(module.name());
        String example = types.first();
        String member = Objects.requireNonNull(module.content().typesExposed().get(example), example);
        int others = types.size() - 1;
        String more = others == 0 ? "" : ", and " + others + (others == 1 ? " more type" : " more types") + " like it";
        String what = isOwn ? ", which no one sees" : " of " + Quoted.name(owner) + ", which callers do not read";
        return new Finding(
                isOwn ? Rule.EXPORTED_INTERNALS : Rule.UNREADABLE_SIGNATURE,
                List.of(module.name()),
                Quoted.name(member) + " of " + Quoted.name(module.name()) + " names " + Quoted.name(example) + what
                        + more);
    }
}
