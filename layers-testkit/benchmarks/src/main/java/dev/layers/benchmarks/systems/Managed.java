package dev.layers.benchmarks.systems;

import dev.layers.DeploymentReport;
import dev.layers.LayerManager;
import dev.layers.LoadOptions;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadReport;
import dev.layers.Verdict;
import dev.layers.Weaving;
import dev.layers.module.ModuleLifecycle;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;

/** Layers with the policies that it has by default; several plug-ins are loaded as one deployment. */
final class Managed implements PluginSystem {
    private final LayerManager manager = LayerManager.builder(
                    ServiceContract.builder().provides(UnaryOperator.class).build())
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
    public List<Plugin> load(List<PluginJar> jars) {
        List<Plugin> plugins = new ArrayList<>();
        if (jars.size() == 1) {
            plugins.add(new Referred(manager.load(options, jars.get(0).file())));
            return plugins;
        }
        deploy(jars.get(0).file().getParent());
        for (PluginJar jar : jars) {
            plugins.add(new Referred(manager.module(jar.name()).orElseThrow()));
        }
        return plugins;
    }

    private void deploy(Path directory) {
        DeploymentReport report = manager.loadAll(directory);
        if (!report.isClean()) {
            throw new IllegalStateException(report.text());
        }
    }

    @Override
    public void close() {
        manager.close();
    }

    /** One whose service is held by reference, which nobody has to let go of. */
    private record Referred(LoadedModule module, UnaryOperator<String> operator) implements AskedPlugin {
        @SuppressWarnings("unchecked")
        Referred(LoadedModule module) {
            this(module, module.service(UnaryOperator.class));
        }

        @Override
        public String call(String text) {
            return operator.apply(text);
        }

        @Override
        public Object lookUp() {
            return module.service(UnaryOperator.class);
        }

        @Override
        public BooleanSupplier unload() {
            UnloadReport report = module.unload();
            if (report.outcome() != UnloadReport.Outcome.RELEASED) {
                throw new IllegalStateException(report.text());
            }
            return () ->
                    report.known().filter(Verdict.Collected.class::isInstance).isPresent();
        }
    }
}
