package dev.layers.internal.layer;

import java.lang.module.Configuration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a module sees of its host: the layers that its own layer stands on, and the loaders behind them.
 *
 * <p>Types of a named module bring their layer. Types of a class path have none: for them a layer is made that holds
 * only the descriptors of their artifacts, so that modules can require them; the classes come from the host's loader.
 */
public final class HostSide {
    private final List<ModuleLayer> parents;
    private final Set<Module> unnamed;
    private final ClassLoader fallback;
    private final Map<String, ClassLoader> packages;

    private HostSide(
            List<ModuleLayer> parents, Set<Module> unnamed, ClassLoader fallback, Map<String, ClassLoader> packages) {
        this.parents = parents;
        this.unnamed = unnamed;
        this.fallback = fallback;
        this.packages = packages;
    }

    /**
     * Returns the host side of the given types.
     *
     * @param types the interfaces that host and module share, at least one
     */
    public static HostSide of(List<Class<?>> types) {
        Set<ModuleLayer> layers = new LinkedHashSet<>();
        Set<Module> unnamed = new LinkedHashSet<>();
        List<Class<?>> onClassPath = new ArrayList<>();
        for (Class<?> type : types) {
            Module module = type.getModule();
            if (module.isNamed() && module.getLayer() != null) {
                layers.add(module.getLayer());
            } else {
                unnamed.add(type.getClassLoader().getUnnamedModule());
                onClassPath.add(type);
            }
        }
        if (layers.isEmpty()) {
            layers.add(ModuleLayer.boot());
        }
        Map<String, ClassLoader> packages = new HashMap<>();
        layers.forEach(layer -> addPackages(layer, packages));
        onClassPath.forEach(type -> packages.put(type.getPackageName(), type.getClassLoader()));
        List<ModuleLayer> parents = onClassPath.isEmpty()
                ? List.copyOf(layers)
                : List.of(ClassPathLayer.above(List.copyOf(layers), onClassPath));
        return new HostSide(parents, unnamed, loader(types.get(0)), packages);
    }

    List<ModuleLayer> parents() {
        return parents;
    }

    List<Configuration> configurations() {
        return parents.stream().map(ModuleLayer::configuration).toList();
    }

    /** Returns the unnamed modules that hold shared types. */
    Set<Module> unnamed() {
        return unnamed;
    }

    /** Returns the loader for every package that {@link #loader(String)} does not know. */
    ClassLoader fallback() {
        return fallback;
    }

    /** Returns the loader of a package of the host's own layers, or the fallback. */
    ClassLoader loader(String packageName) {
        return packages.getOrDefault(packageName, fallback);
    }

    /** The packages of the boot layer are found by delegation from any loader. */
    private static void addPackages(ModuleLayer layer, Map<String, ClassLoader> packages) {
        if (layer == ModuleLayer.boot()) {
            return;
        }
        for (Module module : layer.modules()) {
            module.getPackages().forEach(name -> packages.putIfAbsent(name, module.getClassLoader()));
        }
        layer.parents().forEach(parent -> addPackages(parent, packages));
    }

    private static ClassLoader loader(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null ? ClassLoader.getSystemClassLoader() : loader;
    }
}
