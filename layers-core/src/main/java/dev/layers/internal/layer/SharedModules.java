package dev.layers.internal.layer;

import dev.layers.internal.contract.ContractModule;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the modules that shared types are of, and what those require transitively. */
final class SharedModules {
    private final List<ModuleLayer> layers;
    private final Set<String> services;
    private final ModuleFinder image = ModuleFinder.ofSystem();
    private final Map<String, ContractModule> found = new LinkedHashMap<>();

    private SharedModules(List<ModuleLayer> layers, List<Class<?>> types) {
        this.layers = layers;
        this.services = types.stream().map(Class::getPackageName).collect(Collectors.toSet());
    }

    /** Returns the modules of {@code types}, looked for in {@code layers}; the JDK's are left out. */
    static List<ContractModule> of(List<Class<?>> types, List<ModuleLayer> layers) {
        SharedModules shared = new SharedModules(layers, types);
        for (Class<?> type : types) {
            ClassLoader loader = type.getClassLoader();
            if (loader != null) {
                shared.add(type, loader);
            }
        }
        return List.copyOf(shared.found.values());
    }

    private void add(Class<?> type, ClassLoader loader) {
        if (type.getModule().isNamed()) {
            add(type.getModule().getDescriptor(), loader);
        } else {
            described(type).ifPresent(descriptor -> add(descriptor, loader));
        }
    }

    private void add(ModuleDescriptor descriptor, ClassLoader loader) {
        if (isOfJdk(descriptor.name()) || found.containsKey(descriptor.name())) {
            return;
        }
        found.put(
                descriptor.name(),
                new ContractModule(
                        descriptor.name(),
                        descriptor.rawVersion(),
                        descriptor.packages(),
                        exported(descriptor),
                        reserved(descriptor),
                        loader));
        for (Requires requires : descriptor.requires()) {
            if (requires.modifiers().equals(Set.of(Requires.Modifier.TRANSITIVE))) {
                addRequired(requires.name(), loader);
            }
        }
    }

    /** A module that exists as a descriptor alone has its classes where the one that requires it has them. */
    private void addRequired(String name, ClassLoader fallback) {
        layers.stream()
                .flatMap(layer -> layer.findModule(name).stream())
                .findFirst()
                .ifPresent(module -> add(
                        module.getDescriptor(),
                        ClassPathLayer.isDescribed(module)
                                ? ClassPathLayer.source(module).orElse(fallback)
                                : module.getClassLoader()));
    }

    /** Returns the description of what a type on the class path lies in, preferably by its own loader. */
    private Optional<ModuleDescriptor> described(Class<?> type) {
        List<Module> all = layers.stream()
                .flatMap(layer -> layer.modules().stream())
                .filter(ClassPathLayer::isDescribed)
                .filter(module -> module.getPackages().contains(type.getPackageName()))
                .toList();
        return all.stream()
                .filter(module -> module.isExported(type.getPackageName()))
                .filter(module -> ClassPathLayer.source(module)
                        .filter(type.getClassLoader()::equals)
                        .isPresent())
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(Module::getDescriptor);
    }

    /** All that lies on the class path can be used, whatever its description exports. */
    private static Set<String> exported(ModuleDescriptor descriptor) {
        return isDeclared(descriptor)
                ? descriptor.exports().stream()
                        .filter(exports -> !exports.isQualified())
                        .map(Exports::source)
                        .collect(Collectors.toSet())
                : descriptor.packages();
    }

    /** Nobody said what a plain artifact shares; it may contain all libraries of the host. */
    private Set<String> reserved(ModuleDescriptor descriptor) {
        return isDeclared(descriptor)
                ? exported(descriptor)
                : descriptor.packages().stream().filter(this::isOfServices).collect(Collectors.toSet());
    }

    private static boolean isDeclared(ModuleDescriptor descriptor) {
        return !descriptor.isAutomatic() && !descriptor.modifiers().contains(ModuleDescriptor.Modifier.SYNTHETIC);
    }

    private boolean isOfServices(String packageName) {
        return services.stream().anyMatch(name -> packageName.equals(name) || packageName.startsWith(name + "."));
    }

    /** An artifact can be called as modules of the JDK are: {@code java.json}. */
    private boolean isOfJdk(String name) {
        return (name.startsWith("java.") || name.startsWith("jdk."))
                && image.find(name).isPresent();
    }
}
