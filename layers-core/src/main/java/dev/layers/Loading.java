package dev.layers;

import dev.layers.internal.failure.ModuleFailure;
import dev.layers.internal.layer.GenerationLayer;
import dev.layers.internal.reference.ServiceKey;
import dev.layers.internal.thread.ManagedThreads;
import dev.layers.internal.thread.ModuleThread;
import dev.layers.internal.thread.ModuleThread.Overdue;
import dev.layers.internal.time.Deadline;
import dev.layers.module.UnloadReason;
import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ResolutionException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a generation of what was prepared, up to the end of its start hooks. */
final class Loading {
    private final Environment environment;
    private final Preparation preparation;
    private final GenerationName name;

    Loading(Environment environment, Preparation preparation, GenerationName name) {
        this.environment = environment;
        this.preparation = preparation;
        this.name = name;
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
        Ledger ledger = new Ledger(name.toString());
        ManagedThreads threads = new ManagedThreads(name.toString(), layer.loader());
        Startup startup = new Startup(
                layer, environment.contract(), new GenerationContext(name, environment.contract(), threads, ledger));
        LayerException failure = start(startup, layer.loader());
        Map<ServiceKey, Object> providers = failure == null ? startup.providers() : Map.of();
        return new Attempt(
                generation(new Generation.Parts(layer, threads, ledger, providers, startup.started())), failure);
    }

    private Generation generation(Generation.Parts parts) {
        return new Generation(name, preparation.source(), preparation.snapshot().digest(), parts);
    }

    private GenerationLayer define() {
        try {
            return GenerationLayer.define(
                    name.module(),
                    name.number(),
                    preparation.snapshot(),
                    preparation.snapshot().names(),
                    environment.host());
        } catch (FindException | ResolutionException | LayerInstantiationException | SecurityException refused) {
            throw unresolved(String.valueOf(refused.getMessage()));
        } catch (IOException impossible) {
            throw new IllegalStateException("A snapshot in memory failed to open", impossible);
        }
    }

    private ModuleResolutionException unresolved(String found) {
        return new ModuleResolutionException("Module '" + name.module() + "' from "
                + preparation.source().artifact() + ": " + found
                + "; bring what is missing as a private library, or correct module-info.java");
    }

    private @Nullable LayerException start(Startup startup, ClassLoader loader) {
        Duration limit = environment.unloadPolicy().hooks();
        try {
            ModuleThread.start(name + " start", loader, startup).await(Deadline.in(limit));
            return null;
        } catch (ModuleFailure failure) {
            return failed(startup.phase(), "failed: " + failure.rootText(), failure);
        } catch (Overdue overdue) {
            String found = "did not end within " + Text.of(limit) + ": " + overdue.getMessage();
            return failed(startup.phase(), found, null);
        }
    }

    private LayerException failed(Startup.Phase phase, String found, @Nullable ModuleFailure cause) {
        String place = "Module '" + name.module() + "': ";
        return phase.isCreating()
                ? new ProviderCreationException(place + "creating '" + phase.what() + "' " + found, cause)
                : new ModuleStartException(place + "start hook of '" + phase.what() + "' " + found, cause);
    }

    private void discard(Generation failed, UnloadReason reason) {
        UnloadReport report = new Unloading(environment, failed).run(reason);
        environment.announcer().announceEnd(new LayerEvent.Discarded(report), report);
    }
}
