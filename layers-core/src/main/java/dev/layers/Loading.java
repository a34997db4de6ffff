package dev.layers;

import dev.layers.internal.failure.ModuleFailure;
import dev.layers.internal.layer.GenerationLayer;
import dev.layers.internal.reference.Line;
import dev.layers.internal.resolution.Resolved;
import dev.layers.internal.thread.ManagedThreads;
import dev.layers.internal.thread.ModuleThread;
import dev.layers.internal.thread.ModuleThread.Overdue;
import dev.layers.internal.time.Deadline;
import dev.layers.module.UnloadReason;
import dev.layers.preflight.PreflightReport;
import dev.layers.preflight.Rule;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a generation of what was prepared, up to the end of its start hooks. */
final class Loading {
    private final Environment environment;
    private final Preparation preparation;
    private final GenerationName name;
    private final Line line;

    Loading(Environment environment, Preparation preparation, GenerationName name, Line line) {
        this.environment = environment;
        this.preparation = preparation;
        this.name = name;
        this.line = line;
    }

    /**
     * Returns the generation, ready to serve.
     *
     * @param reason why it would be unloaded again if it does not start
     */
    Generation run(UnloadReason reason) {
        Attempt attempt = attempt();
        LayerException failure = attempt.failure();
        if (failure != null) {
            discard(attempt.generation(), reason);
            throw failure;
        }
        return attempt.generation();
    }

    /** What came of an attempt: without failure the generation can serve, with one it must go. */
    private record Attempt(Generation generation, @Nullable LayerException failure) {}

    /** A method of its own, so that no frame leads to the layer while a failed one is let go. */
    private Attempt attempt() {
        GenerationLayer layer = define();
        layer.belongings().waitBy(environment.successorWait());
        Ledger ledger = new Ledger(name.toString(), layer.belongings());
        ManagedThreads threads = new ManagedThreads(name.toString(), layer.loader());
        BoundaryWording wording = new BoundaryWording(environment, name, preparation.origin());
        GenerationBoundary boundary = new GenerationBoundary(environment, line, threads, wording);
        Startup startup = new Startup(
                layer,
                environment.contract(),
                new GenerationContext(name, boundary, threads, ledger),
                created -> boundary.takeOver(line, created));
        LayerException failure = start(startup, layer.loader());
        Generation.Parts parts = new Generation.Parts(layer, threads, ledger, startup.started());
        if (failure == null) {
            boundary.provide(startup.providers());
        }
        return new Attempt(new Generation(name, preparation, boundary, parts), failure);
    }

    private GenerationLayer define() {
        try {
            Resolved resolved = preparation.resolved();
            return GenerationLayer.define(
                    new GenerationLayer.Plan(
                            name.module(),
                            name.number(),
                            resolved.configuration(),
                            resolved.readsAll(),
                            environment.transform(preparation.source().options())),
                    environment.host());
        } catch (LayerInstantiationException | SecurityException refused) {
            throw new PreflightException(new PreflightReport(
                    preparation.origin(),
                    Optional.of(name.module()),
                    List.of(Rule.NOT_RESOLVED.at(
                            preparation.source().artifact(), String.valueOf(refused.getMessage())))));
        } catch (IOException impossible) {
            throw new IllegalStateException("A snapshot in memory failed to open", impossible);
        }
    }

    private @Nullable LayerException start(Startup startup, ClassLoader loader) {
        Duration limit = environment.policies().unload().hooks();
        try {
            ModuleThread.start(name + " start", loader, startup).await(Deadline.in(limit));
            return startup.providers().isEmpty() && startup.started().isEmpty() ? noneFitting() : null;
        } catch (ModuleFailure failure) {
            return failed(startup.phase(), "failed: " + failure.rootText(), failure);
        } catch (Overdue overdue) {
            startup.abandon();
            String found = "did not end within " + Text.of(limit) + ": " + overdue.getMessage();
            return failed(startup.phase(), found, null);
        }
    }

    /** The descriptor names providers, and the JDK found none: they are of another interface of the same name. */
    private @Nullable ProviderMissingException noneFitting() {
        return environment.contract().provided().isEmpty()
                ? null
                : new ProviderMissingException("Module '" + name.module() + "' from "
                        + preparation.source().artifact()
                        + ": none of its providers implements an interface of the host; remove its own copy of the"
                        + " contract, and require the contract's module");
    }

    private LayerException failed(Startup.Phase phase, String found, @Nullable ModuleFailure cause) {
        String place = "Module '" + name.module() + "': ";
        return phase.isCreating()
                ? new ProviderCreationException(place + "creating '" + phase.what() + "' " + found, cause)
                : new ModuleStartException(place + "start hook of '" + phase.what() + "' " + found, cause);
    }

    private void discard(Generation failed, UnloadReason reason) {
        UnloadReport report = new Unloading(environment, failed).runToEnd(reason);
        environment.announcer().announceEnd(new LayerEvent.Discarded(report), report);
    }
}
