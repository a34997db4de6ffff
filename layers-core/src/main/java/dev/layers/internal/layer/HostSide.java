package dev.layers.internal.layer;

import dev.layers.internal.contract.ContractModule;
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
    private final List<ContractModule> contract;
    /** What the modules that are stood on show; none of the host. */
    private final Set<Module> shown;

    private HostSide(HostSide host, List<GenerationLayer> dependencies) {
        List<ModuleLayer> all = new ArrayList<>(host.parents);
        this.shown = new LinkedHashSet<>();
        for (GenerationLayer dependency : dependencies) {
            all.add(dependency.live());
            shown.addAll(Face.of(dependency));
        }
        this.parents = List.copyOf(all);
        this.unnamed = host.unnamed;
        this.fallback = host.fallback;
        this.packages = host.packages;
        this.contract = host.contract;
    }

    private HostSide(List<Class<?>> types) {
        shown = Set.of();
        unnamed = new LinkedHashSet<>();
        packages = new HashMap<>();
        Set<ModuleLayer> layers = new LinkedHashSet<>();
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
        fallback = loader(types.get(0));
        layers.forEach(layer -> addPackages(layer, packages));
        parents = onClassPath.isEmpty()
                ? List.copyOf(layers)
                : List.of(ClassPathLayer.above(List.copyOf(layers), onClassPath));
        contract = SharedModules.of(types, parents);
        parents.forEach(parent -> parent.modules().forEach(this::addDescribed));
        onClassPath.forEach(type -> packages.put(type.getPackageName(), type.getClassLoader()));
    }

    /**
     * Returns the host side of the given types.
     *
     * @param types the interfaces that host and module share, at least one
     */
    public static HostSide of(List<Class<?>> types) {
        return new HostSide(types);
    }

    /**
     * Returns this side and the layers of loaded modules, for one that requires them.
     *
     * <p>It leads to those layers: whoever keeps it keeps them.
     *
     * @param dependencies the modules that are required, in the order in which they are searched
     */
    public HostSide with(List<GenerationLayer> dependencies) {
        return dependencies.isEmpty() ? this : new HostSide(this, dependencies);
    }

    /**
     * Returns what the modules that are stood on show, as types to compile against.
     *
     * @param readers the names of the modules that read them
     */
    public List<ContractModule> shown(Set<String> readers) {
        return shown.stream().map(module -> Face.shared(module, readers)).toList();
    }

    /** Returns the modules that those which are stood on show. */
    Set<Module> shown() {
        return shown;
    }

    List<ModuleLayer> parents() {
        return parents;
    }

    /** Returns the configurations that those of modules stand on. */
    public List<Configuration> configurations() {
        return parents.stream().map(ModuleLayer::configuration).toList();
    }

    /** Returns the modules that the shared types are of, and what those require transitively; none of the JDK. */
    public List<ContractModule> contract() {
        return contract;
    }

    /** Returns a layer of {@code configuration} above the host's, with a loader that defines no class. */
    public ModuleLayer describe(Configuration configuration) {
        return ClassPathLayer.describe(configuration, parents);
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

    private void addDescribed(Module module) {
        ClassPathLayer.source(module)
                .ifPresent(loader -> module.getPackages().forEach(name -> packages.putIfAbsent(name, loader)));
    }

    private static ClassLoader loader(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null ? ClassLoader.getSystemClassLoader() : loader;
    }
}
