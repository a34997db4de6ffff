package dev.layers.docs.change;

import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.Grant;
import dev.layers.docs.model.ModuleSet;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the descriptor of a module says otherwise than before. */
final class DescriptorChanges {
    private final DocumentedModule old;
    private final DocumentedModule now;
    private final Set<String> brought;
    private final List<Change> changes = new ArrayList<>();

    DescriptorChanges(DocumentedModule old, DocumentedModule now, ModuleSet around) {
        this.old = old;
        this.now = now;
        brought = Stream.concat(around.modules().stream(), around.known().stream())
                .map(DocumentedModule::name)
                .collect(Collectors.toCollection(HashSet::new));
    }

    List<Change> changes() {
        compareWords("kind", Optional.of(old.kind()), Optional.of(now.kind()));
        compareWords("version", old.version(), now.version());
        compareWords("main class", old.mainClass(), now.mainClass());
        compareRequires();
        compareGrants("exports ", old.exports(), now.exports());
        compareGrants("opens ", old.opens(), now.opens());
        compareUses();
        compareProvides();
        return changes;
    }

    private void compareWords(String subject, Optional<String> was, Optional<String> is) {
        if (!was.equals(is)) {
            harmless(subject, "was " + was.orElse("none") + ", is " + is.orElse("none"));
        }
    }

    private void compareRequires() {
        Map<String, Requires> before = requires(old);
        Map<String, Requires> after = requires(now);
        before.values().stream()
                .filter(requires -> !after.containsKey(requires.name()))
                .forEach(this::removed);
        after.values()
                .forEach(requires -> Optional.ofNullable(before.get(requires.name()))
                        .ifPresentOrElse(was -> compare(was, requires), () -> added(requires)));
    }

    private void removed(Requires requires) {
        if (has(requires, Modifier.TRANSITIVE)) {
            breaking(subject(requires), "removed, and callers relied on 'transitive'", Party.CALLERS);
        } else {
            harmless(subject(requires), "removed");
        }
    }

    private void added(Requires requires) {
        if (has(requires, Modifier.STATIC) || brought.contains(requires.name())) {
            harmless(subject(requires), "added");
        } else {
            breaking(subject(requires), "added, and the module is not among the new ones", Party.ASSEMBLERS);
        }
    }

    private void compare(Requires was, Requires is) {
        if (has(was, Modifier.TRANSITIVE) && !has(is, Modifier.TRANSITIVE)) {
            breaking(subject(is), "no longer transitive", Party.CALLERS);
        }
        if (!has(was, Modifier.TRANSITIVE) && has(is, Modifier.TRANSITIVE)) {
            harmless(subject(is), "now transitive");
        }
        if (has(was, Modifier.STATIC) && !has(is, Modifier.STATIC)) {
            added(is);
        }
        if (!has(was, Modifier.STATIC) && has(is, Modifier.STATIC)) {
            harmless(subject(is), "now static");
        }
    }

    private void compareGrants(String directive, List<Grant> was, List<Grant> is) {
        Map<String, Grant> before = byPackage(was);
        Map<String, Grant> after = byPackage(is);
        before.forEach((name, grant) -> Optional.ofNullable(after.get(name))
                .ifPresentOrElse(
                        changed -> compareTargets(directive + name, grant, changed),
                        () -> breaking(directive + name, "removed", Party.CALLERS)));
        after.keySet().stream()
                .filter(name -> !before.containsKey(name))
                .forEach(name -> harmless(directive + name, "added"));
    }

    private void compareTargets(String subject, Grant was, Grant is) {
        if (was.modules().equals(is.modules())) {
            return;
        }
        Set<String> lost = new TreeSet<>(was.modules());
        lost.removeAll(is.modules());
        String what = "was to " + targets(was) + ", is to " + targets(is);
        if (!is.modules().isEmpty() && (was.modules().isEmpty() || !lost.isEmpty())) {
            breaking(subject, what, Party.CALLERS);
        } else {
            harmless(subject, what);
        }
    }

    private void compareUses() {
        old.uses().stream()
                .filter(service -> !now.uses().contains(service))
                .forEach(service -> harmless("uses " + service, "removed"));
        now.uses().stream()
                .filter(service -> !old.uses().contains(service))
                .forEach(service -> harmless("uses " + service, "added"));
    }

    private void compareProvides() {
        Map<String, Provides> before = byService(old);
        Map<String, Provides> after = byService(now);
        before.forEach((service, provides) -> Optional.ofNullable(after.get(service))
                .ifPresentOrElse(
                        is -> compareProviders(provides, is),
                        () -> breaking("provides " + service, "removed", Party.CALLERS)));
        after.keySet().stream()
                .filter(service -> !before.containsKey(service))
                .forEach(service -> harmless("provides " + service, "added"));
    }

    private void compareProviders(Provides was, Provides is) {
        if (!was.providers().equals(is.providers())) {
            harmless(
                    "provides " + is.service(),
                    "was with " + String.join(", ", was.providers()) + ", is with "
                            + String.join(", ", is.providers()));
        }
    }

    private void harmless(String subject, String what) {
        changes.add(Change.harmless(now.name(), subject, what));
    }

    private void breaking(String subject, String what, Party party) {
        changes.add(Change.breaking(now.name(), subject, what, party));
    }

    private static String subject(Requires requires) {
        return "requires " + requires.name();
    }

    private static boolean has(Requires requires, Modifier modifier) {
        return requires.modifiers().contains(modifier);
    }

    private static String targets(Grant grant) {
        return grant.modules().isEmpty() ? "every module" : String.join(", ", grant.modules());
    }

    /** Leaves out what every module requires without saying so. */
    private static Map<String, Requires> requires(DocumentedModule module) {
        return sorted(
                module.descriptor().requires().stream()
                        .filter(requires -> !has(requires, Modifier.MANDATED))
                        .filter(requires -> !requires.name().equals("java.base")),
                Requires::name);
    }

    private static Map<String, Grant> byPackage(List<Grant> grants) {
        return sorted(grants.stream(), Grant::packageName);
    }

    private static Map<String, Provides> byService(DocumentedModule module) {
        return sorted(module.provides().stream(), Provides::service);
    }

    private static <T> Map<String, T> sorted(Stream<T> values, Function<T, String> name) {
        return values.collect(Collectors.toMap(name, Function.identity(), (one, same) -> one, TreeMap::new));
    }
}
