package dev.layers.docs.findings;

import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.ModuleSet;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The modules that findings are about, and those around them.
 *
 * @param documented those that findings are about, by name
 * @param all those and the known ones, by name
 * @param owners the names of the modules that have a package, by package
 */
record Surroundings(
        List<DocumentedModule> documented, Map<String, ModuleDescriptor> all, Map<String, SortedSet<String>> owners) {
    static Surroundings of(ModuleSet modules) {
        Map<String, ModuleDescriptor> all = new HashMap<>();
        Map<String, SortedSet<String>> owners = new TreeMap<>();
        Stream.concat(modules.modules().stream(), modules.known().stream())
                .map(DocumentedModule::descriptor)
                .forEach(descriptor -> {
                    all.put(descriptor.name(), descriptor);
                    descriptor
                            .packages()
                            .forEach(name -> owners.computeIfAbsent(name, key -> new TreeSet<>())
                                    .add(descriptor.name()));
                });
        return new Surroundings(modules.modules(), all, owners);
    }

    Optional<ModuleDescriptor> module(String name) {
        return Optional.ofNullable(all.get(name));
    }

    /** Returns the modules that have one of the packages. */
    SortedSet<String> ownersOf(Collection<String> packages) {
        SortedSet<String> found = new TreeSet<>();
        packages.forEach(name -> found.addAll(owners.getOrDefault(name, new TreeSet<>())));
        return found;
    }

    /** Returns the module and those that it hands on to whoever reads it. */
    SortedSet<String> impliedBy(String module) {
        SortedSet<String> implied = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(module));
        while (!open.isEmpty()) {
            String name = open.remove();
            if (implied.add(name)) {
                handedOnBy(name).forEach(open::add);
            }
        }
        return implied;
    }

    /** Returns whether {@code module} exports the package to everyone, or to {@code reader} at least. */
    boolean isExported(String module, String packageName, String reader) {
        return module(module).stream()
                .anyMatch(descriptor -> descriptor.isAutomatic()
                        || descriptor.exports().stream()
                                .filter(exports -> exports.source().equals(packageName))
                                .anyMatch(exports -> isFor(exports, reader)));
    }

    private Stream<String> handedOnBy(String module) {
        return module(module).stream()
                .flatMap(descriptor -> descriptor.requires().stream())
                .filter(requires -> requires.modifiers().contains(Modifier.TRANSITIVE))
                .map(Requires::name);
    }

    private static boolean isFor(Exports exports, String reader) {
        return !exports.isQualified() || exports.targets().contains(reader);
    }
}
