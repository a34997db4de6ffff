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
    public List<UnaryOperator<String>> load(List<Plugin> plugins) {
        List<UnaryOperator<String>> operators = new ArrayList<>();
        for (Plugin plugin : plugins) {
            ModuleLayer layer = define(plugin);
            layers.put(plugin.name(), layer);
            if (plugin.shape().isStarted()) {
                ServiceLoader.load(layer, Runnable.class)
                        .findFirst()
                        .orElseThrow()
                        .run();
            }
            operators.add(operator(layer));
        }
        return operators;
    }

    private ModuleLayer define(Plugin plugin) {
        List<ModuleLayer> parents = parents(plugin);
        List<Configuration> configurations = new ArrayList<>();
        for (ModuleLayer parent : parents) {
            configurations.add(parent.configuration());
        }
        Configuration configuration = Configuration.resolve(
                ModuleFinder.of(plugin.jar()), configurations, ModuleFinder.of(), Set.of(plugin.name()));
        return ModuleLayer.defineModulesWithOneLoader(configuration, parents, ClassLoader.getSystemClassLoader())
                .layer();
    }

    private List<ModuleLayer> parents(Plugin plugin) {
        List<ModuleLayer> parents = new ArrayList<>();
        for (String required : plugin.shape().requires()) {
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
    public void unload() {
        layers.clear();
    }

    @Override
    public void close() {
        unload();
    }
}
