package dev.layers.benchmarks;

import dev.layers.CollectionPolicy;
import dev.layers.DeploymentReport;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** The modules of a set, loaded by a manager. */
final class ManagedSet implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final LayerManager manager = LayerManager.builder(
                    ServiceContract.builder().provides(UnaryOperator.class).build())
            .collecting(CollectionPolicy.request(LIMIT))
            .unloading(UnloadPolicy.standard().threadsFor(Duration.ZERO))
            .build();

    /** Loads all modules in one go. */
    void load(Path directory) {
        DeploymentReport report = manager.loadAll(directory);
        if (!report.isClean()) {
            throw new IllegalStateException(report.text());
        }
    }

    /** Loads one module after the other. */
    void load(List<Path> artifacts) {
        artifacts.forEach(manager::load);
    }

    /** Calls each provider. */
    int call() {
        return manager.modules().stream()
                .mapToInt(module -> operator(module).apply("text").length())
                .sum();
    }

    /** Unloads everything. */
    List<UnloadReport> unload() {
        return manager.unloadAll();
    }

    /** Waits until something is known of each; returns how many were collected. */
    static long collected(List<UnloadReport> reports) {
        return reports.stream()
                .map(report -> report.verdict().join())
                .filter(Verdict.Collected.class::isInstance)
                .count();
    }

    @Override
    public void close() {
        manager.close();
    }

    @SuppressWarnings("unchecked")
    private static UnaryOperator<String> operator(LoadedModule module) {
        return module.service(UnaryOperator.class);
    }
}
