package dev.layers.benchmarks.plugins;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Layers as a host without a framework makes and drops them. */
final class BareLayers implements PluginSystem {
    @Override
    public Plugin load(PluginJar jar) throws Exception {
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration =
                boot.configuration().resolve(ModuleFinder.of(jar.modular()), ModuleFinder.of(), Set.of(jar.name()));
        ModuleLayer layer = boot.defineModulesWithOneLoader(configuration, ClassLoader.getSystemClassLoader());
        return new Operator(
                () -> ServiceLoader.load(layer, UnaryOperator.class).findFirst().orElseThrow(), () -> {});
    }

    @Override
    public void close() {
        // there is nothing to end
    }
}
