package dev.layers.internal.layer;

import dev.layers.internal.contract.ContractModule;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a generation shows to modules that require it: its module, and what that requires transitively, of its private
 * libraries and of generations that it stands on itself.
 */
final class Face {
    private final Set<Module> modules = new LinkedHashSet<>();
    private final Deque<Module> open = new ArrayDeque<>();
    private final List<Module> candidates;

    private Face(ModuleLayer layer) {
        Set<ModuleLayer> layers = new LinkedHashSet<>();
        addWithParents(layer, layers);
        candidates = layers.stream().flatMap(above -> above.modules().stream()).toList();
    }

    static Set<Module> of(GenerationLayer generation) {
        Face face = new Face(generation.live());
        face.open.add(generation.module());
        while (!face.open.isEmpty()) {
            face.add(face.open.remove());
        }
        return face.modules;
    }

    /** Returns the module as one that shares types. */
    static ContractModule shared(Module module, Set<String> readers) {
        return ContractModule.loaded(
                module.getName(),
                module.getDescriptor().rawVersion(),
                module.getPackages(),
                exported(module, readers),
                module.getClassLoader());
    }

    /** Returns what of {@code shown} the modules {@code readers} see, by package; the first that has one is seen. */
    static Map<String, Module> packages(Set<Module> shown, Collection<Module> readers) {
        Map<String, Module> packages = new HashMap<>();
        for (Module module : shown) {
            for (Module reader : readers) {
                if (reader.canRead(module)) {
                    module.getPackages().stream()
                            .filter(name -> module.isExported(name, reader))
                            .forEach(name -> packages.putIfAbsent(name, module));
                }
            }
        }
        return packages;
    }

    /** Lets {@code reader} see what {@code module} exports and opens to it by name: it was not there at that time. */
    static void grant(ModuleLayer.Controller controller, Module module, Module reader) {
        module.getDescriptor().exports().stream()
                .filter(exports -> exports.targets().contains(reader.getName()))
                .forEach(exports -> controller.addExports(module, exports.source(), reader));
        module.getDescriptor().opens().stream()
                .filter(opens -> opens.targets().contains(reader.getName()))
                .forEach(opens -> controller.addOpens(module, opens.source(), reader));
    }

    private void add(Module module) {
        if (modules.add(module)) {
            module.getDescriptor().requires().stream()
                    .filter(requires -> requires.modifiers().contains(Requires.Modifier.TRANSITIVE))
                    .map(Requires::name)
                    .forEach(name -> candidates.stream()
                            .filter(other -> other.getName().equals(name) && module.canRead(other))
                            .forEach(open::add));
        }
    }

    /** Adds a layer and those above it, as far as generations go; many ways may lead to one. */
    private static void addWithParents(ModuleLayer layer, Set<ModuleLayer> layers) {
        if (GenerationLoader.isOf(layer) && layers.add(layer)) {
            layer.parents().forEach(parent -> addWithParents(parent, layers));
        }
    }

    private static Set<String> exported(Module module, Set<String> readers) {
        Predicate<Exports> isVisible =
                exports -> !exports.isQualified() || exports.targets().stream().anyMatch(readers::contains);
        return module.getDescriptor().isAutomatic()
                ? module.getPackages()
                : module.getDescriptor().exports().stream()
                        .filter(isVisible)
                        .map(Exports::source)
                        .collect(Collectors.toSet());
    }
}
