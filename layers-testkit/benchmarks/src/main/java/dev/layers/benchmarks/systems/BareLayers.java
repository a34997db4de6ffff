package dev.layers.benchmarks.systems;

import dev.layers.testkit.ModuleSource;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Layers as a host without a framework makes them, one for each plug-in, dropped to the collector. */
final class BareLayers implements PluginSystem {
    private final Map<String, ModuleLayer> layers = new HashMap<>();

    static ModuleSource source(PluginShape shape) {
        ModuleSource filled = shape.fill(ModuleSource.module(
                declaration(shape, shape.isStarted() ? " provides Runnable with " + shape.life() + ";" : "")));
        return shape.isStarted() ? shape.live(filled, "implements Runnable", "run()") : filled;
    }

    /** Returns the text of a descriptor. */
    static String declaration(PluginShape shape, String more) {
        StringBuilder text = new StringBuilder("module " + shape.name() + " { exports " + shape.name() + ";");
        shape.requires()
                .forEach(other -> text.append(" requires ").append(other).append(";"));
        return text + " provides java.util.function.UnaryOperator with " + shape.operator() + ";" + more + " }";
    }

    @Override
    public List<Plugin> load(List<PluginJar> jars) {
        List<Plugin> plugins = new ArrayList<>();
        for (PluginJar jar : jars) {
            ModuleLayer layer = define(jar);
            layers.put(jar.name(), layer);
            if (jar.shape().isStarted()) {
                ServiceLoader.load(layer, Runnable.class)
                        .findFirst()
                        .orElseThrow()
                        .run();
            }
            plugins.add(new Dropped(jar.name(), operator(layer)));
        }
        return plugins;
    }

    private ModuleLayer define(PluginJar jar) {
        List<ModuleLayer> parents = parents(jar.shape());
        List<Configuration> configurations = new ArrayList<>();
        for (ModuleLayer parent : parents) {
            configurations.add(parent.configuration());
        }
        Configuration configuration = Configuration.resolve(
                ModuleFinder.of(jar.file()), configurations, ModuleFinder.of(), Set.of(jar.name()));
        return ModuleLayer.defineModulesWithOneLoader(configuration, parents, ClassLoader.getSystemClassLoader())
                .layer();
    }

    private List<ModuleLayer> parents(PluginShape shape) {
        List<ModuleLayer> parents = new ArrayList<>();
        for (String required : shape.requires()) {
            parents.add(layers.get(required));
        }
        if (parents.isEmpty()) {
            parents.add(ModuleLayer.boot());
        }
        return parents;
    }

    @SuppressWarnings("unchecked")
    private static UnaryOperator<String> operator(ModuleLayer layer) {
        return ServiceLoader.load(layer, UnaryOperator.class).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        layers.clear();
    }

    /** One whose layer is forgotten. */
    private final class Dropped extends HeldPlugin {
        private final String name;

        Dropped(String name, UnaryOperator<String> operator) {
            super(operator);
            this.name = name;
        }

        @Override
        void release() {
            layers.remove(name);
        }
    }
}
