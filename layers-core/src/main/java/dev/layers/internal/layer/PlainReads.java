package dev.layers.internal.layer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets plain jars that have a descriptor read what an automatic module reads, except what of the host has the name or a
 * package of one of their own layer, and except the private libraries of what is stood on.
 */
final class PlainReads {
    private final Collection<Module> own;
    private final Set<Module> plain;
    private final List<Module> host = new ArrayList<>();

    private PlainReads(ModuleLayer layer, Set<String> readsAll, Set<Module> shown) {
        own = layer.modules();
        plain = own.stream()
                .filter(module -> readsAll.contains(module.getName()))
                .collect(Collectors.toSet());
        Set<String> packages =
                own.stream().flatMap(module -> module.getPackages().stream()).collect(Collectors.toSet());
        Set<ModuleLayer> ancestors = new LinkedHashSet<>();
        layer.parents().forEach(parent -> addWithParents(parent, ancestors));
        ancestors.stream()
                .flatMap(ancestor -> ancestor.modules().stream())
                .filter(module -> shown.contains(module) || !(module.getClassLoader() instanceof GenerationLoader))
                .filter(module ->
                        own.stream().noneMatch(other -> other.getName().equals(module.getName())))
                .filter(module -> packages.stream().noneMatch(module::isExported))
                .forEach(host::add);
    }

    /** Adds what the modules named {@code readsAll} read, and what others read through them. */
    static void add(ModuleLayer.Controller controller, Set<String> readsAll, HostSide side) {
        if (!readsAll.isEmpty()) {
            new PlainReads(controller.layer(), readsAll, side.shown()).add(controller);
        }
    }

    private void add(ModuleLayer.Controller controller) {
        for (Module module : own) {
            if (plain.contains(module)) {
                own.forEach(other -> controller.addReads(module, other));
                host.forEach(other -> controller.addReads(module, other));
                controller.addReads(module, ClassLoader.getSystemClassLoader().getUnnamedModule());
            } else if (plain.stream().anyMatch(module::canRead)) {
                plain.forEach(other -> controller.addReads(module, other));
                host.stream()
                        .filter(other -> other.getDescriptor().isAutomatic())
                        .forEach(other -> controller.addReads(module, other));
            }
        }
    }

    private static void addWithParents(ModuleLayer layer, Set<ModuleLayer> layers) {
        if (layers.add(layer)) {
            layer.parents().forEach(parent -> addWithParents(parent, layers));
        }
    }
}
