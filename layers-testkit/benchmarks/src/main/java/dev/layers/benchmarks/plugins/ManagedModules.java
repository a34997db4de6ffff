package dev.layers.benchmarks.plugins;

import dev.layers.DeploymentReport;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadReport;
import dev.layers.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** Modules of a manager with the policies that it has by default: it requests no collections. */
public final class ManagedModules implements PluginSystem {
    private final LayerManager manager = LayerManager.builder(
                    ServiceContract.builder().provides(UnaryOperator.class).build())
            .build();

    @Override
    public Plugin load(PluginJar jar) {
        return new Managed(manager.load(jar.modular()));
    }

    /** Loads a directory in one go. */
    public List<Plugin> loadAll(Path directory) {
        DeploymentReport report = manager.loadAll(directory);
        if (!report.isClean()) {
            throw new IllegalStateException(report.text());
        }
        return manager.modules().stream().<Plugin>map(Managed::new).toList();
    }

    @Override
    public void close() {
        manager.close();
    }

    private record Managed(LoadedModule module, UnaryOperator<String> operator) implements Plugin {
        @SuppressWarnings("unchecked")
        Managed(LoadedModule module) {
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
