package dev.layers.benchmarks;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The layers of a set as a host without a framework would make them, one by one. */
final class BareSet {
    private final List<ModuleLayer> layers = new ArrayList<>();
    private final List<UnaryOperator<String>> operators = new ArrayList<>();

    /** Defines a layer for each module and creates its provider. */
    void load(List<Path> artifacts) {
        for (int number = 0; number < artifacts.size(); number++) {
            ModuleLayer layer = define(artifacts.get(number), ModuleSet.name(number));
            layers.add(layer);
            operators.add(operator(layer));
        }
    }

    /** Calls each provider. */
    int call() {
        return operators.stream()
                .mapToInt(operator -> operator.apply("text").length())
                .sum();
    }

    /** Lets go of everything; returns what is cleared once it is collected. */
    List<WeakReference<ModuleLayer>> drop() {
        List<WeakReference<ModuleLayer>> traces = new ArrayList<>();
        layers.forEach(layer -> traces.add(new WeakReference<>(layer)));
        layers.clear();
        operators.clear();
        return traces;
    }

    private static ModuleLayer define(Path artifact, String name) {
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration =
                boot.configuration().resolve(ModuleFinder.of(artifact), ModuleFinder.of(), Set.of(name));
        return boot.defineModulesWithOneLoader(configuration, ClassLoader.getSystemClassLoader());
    }

    @SuppressWarnings("unchecked")
    private static UnaryOperator<String> operator(ModuleLayer layer) {
        return ServiceLoader.load(layer, UnaryOperator.class).findFirst().orElseThrow();
    }
}
