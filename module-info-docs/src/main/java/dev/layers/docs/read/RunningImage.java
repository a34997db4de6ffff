package dev.layers.docs.read;

import dev.layers.docs.model.DocumentedModule;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The modules that the running JDK is made of.
 *
 * @param packages all of theirs
 * @param everywhere the packages that {@code java.base} exports to every module
 */
record RunningImage(List<Found> modules, Set<String> packages, Set<String> everywhere) {
    private static final String PLACE = "the running image";

    static RunningImage find() {
        List<Found> modules = ModuleFinder.ofSystem().findAll().stream()
                .sorted(Comparator.comparing(reference -> reference.descriptor().name()))
                .map(reference -> new Found(PLACE, reference))
                .toList();
        return new RunningImage(modules, packages(modules), exportsOfBase());
    }

    boolean holds(String packageName) {
        return packages.contains(packageName);
    }

    /** Returns what is known of the modules that pass, without a look at their classes. */
    List<DocumentedModule> known(Predicate<String> wanted) {
        return modules.stream()
                .filter(module -> wanted.test(module.name()))
                .map(Found::described)
                .toList();
    }

    private static Set<String> packages(List<Found> modules) {
        return modules.stream()
                .flatMap(module -> module.descriptor().packages().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> exportsOfBase() {
        return ModuleFinder.ofSystem()
                .find("java.base")
                .map(ModuleReference::descriptor)
                .map(RunningImage::unqualifiedExports)
                .orElse(Set.of());
    }

    private static Set<String> unqualifiedExports(ModuleDescriptor descriptor) {
        return descriptor.exports().stream()
                .filter(exports -> !exports.isQualified())
                .map(Exports::source)
                .collect(Collectors.toUnmodifiableSet());
    }
}
