package dev.layers.benchmarks.systems;

import dev.layers.DeploymentReport;
import dev.layers.LayerManager;
import dev.layers.LoadOptions;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadPolicy;
import dev.layers.Weaving;
import dev.layers.module.ModuleLifecycle;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;

/** Layers with its defaults: several plug-ins are loaded as one deployment. */
final class Managed implements PluginSystem {
    private final LayerManager manager = LayerManager.builder(
                    ServiceContract.builder().provides(UnaryOperator.class).build())
            .unloading(UnloadPolicy.standard().threadsFor(Duration.ZERO))
            .build();
    private final LoadOptions options;

    Managed(Weaving weaving) {
        options = LoadOptions.standard().weaving(weaving);
    }

    /** Returns the source of one that is told of the start; others are built as for bare layers. */
    static ModuleSource source(PluginShape shape) {
        ModuleSource filled = shape.fill(ModuleSource.module(BareLayers.declaration(
                shape,
                " requires dev.layers.core; provides dev.layers.module.ModuleLifecycle with " + shape.life() + ";")));
        return shape.live(
                        filled,
                        "implements dev.layers.module.ModuleLifecycle",
                        "start(dev.layers.module.ModuleContext context)")
                .dependsOn(ModuleLifecycle.class, NullMarked.class);
    }

    @Override
    public List<UnaryOperator<String>> load(List<Plugin> plugins) {
        List<UnaryOperator<String>> operators = new ArrayList<>();
        if (plugins.size() == 1) {
            operators.add(operator(manager.load(options, plugins.get(0).jar())));
            return operators;
        }
        deploy(plugins.get(0).jar().getParent());
        for (Plugin plugin : plugins) {
            operators.add(operator(manager.module(plugin.name()).orElseThrow()));
        }
        return operators;
    }

    private void deploy(Path directory) {
        DeploymentReport report = manager.loadAll(directory);
        if (!report.isClean()) {
            throw new IllegalStateException(report.text());
        }
    }

    @SuppressWarnings("unchecked")
    private static UnaryOperator<String> operator(LoadedModule module) {
        return module.service(UnaryOperator.class);
    }

    @Override
    public void unload() {
        manager.unloadAll();
    }

    @Override
    public void close() {
        manager.close();
    }
}
