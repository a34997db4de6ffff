package dev.layers.benchmarks.reload;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadReport;
import dev.layers.Verdict;
import dev.layers.benchmarks.Calculator;
import dev.layers.benchmarks.jvm.Departures;
import java.io.IOException;

/** A module of a manager with its default policies: calls drained, boundary guarded, hooks and threads looked after. */
final class ManagedReloading implements Reloading {
    private final LayerManager manager = LayerManager.builder(
                    ServiceContract.builder().provides(Calculator.class).build())
            .build();
    private final Deployment deployment = new Deployment();
    private final LoadedModule module;
    private final Calculator calculator;
    private final Departures departures = new Departures();

    ManagedReloading() throws IOException {
        module = manager.load(deployment.jar());
        calculator = module.service(Calculator.class);
    }

    @Override
    public Calculator calculator() {
        return calculator;
    }

    @Override
    public void reload() throws IOException {
        deployment.renew();
        UnloadReport report = module.reload();
        if (report.outcome() != UnloadReport.Outcome.RELEASED) {
            throw new IllegalStateException(report.text());
        }
        departures.add(
                () -> report.known().filter(Verdict.Collected.class::isInstance).isPresent());
    }

    @Override
    public void settle() {
        departures.await();
    }

    @Override
    public void close() throws IOException {
        manager.close();
        deployment.close();
    }
}
