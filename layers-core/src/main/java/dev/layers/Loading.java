package dev.layers;

import dev.layers.internal.failure.ModuleFailure;
import dev.layers.internal.layer.ModuleCode;
import dev.layers.internal.reference.Line;
import dev.layers.internal.thread.ManagedThreads;
import dev.layers.internal.thread.ModuleThread.Overdue;
import dev.layers.internal.time.Deadline;
import dev.layers.module.UnloadReason;
import java.time.Duration;
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
        return run(reason, Taking.nothing());
    }

    /** Does so with what the generation before handed over. */
    Generation run(UnloadReason reason, Taking taking) {
        Attempt attempt = attempt(taking);
        LayerException failure = attempt.failure();
        if (failure != null) {
            discard(attempt.generation(), reason);
            throw failure;
        }
        return attempt.generation();
    }

    /** What came of an attempt: without failure the generation can serve, with one it must go. */
    private record Attempt(Generation generation, @Nullable LayerException failure) {}

    /** A method of its own, so that no frame leads to the code while a failed one is let go. */
    private Attempt attempt(Taking taking) {
        ModuleCode code = preparation.define(name);
        code.belongings().waitBy(environment.successorWait());
        Ledger ledger = new Ledger(name.toString(), code.belongings());
        ManagedThreads threads = new ManagedThreads(name.toString(), code.loader());
        BoundaryWording wording = new BoundaryWording(environment, name, preparation.origin(), code.name());
        GenerationBoundary boundary = new GenerationBoundary(environment, line, threads, wording);
        Startup startup = new Startup(
                code,
                environment.contract(),
                hook -> new GenerationContext(name, boundary, threads, ledger, taking.of(hook)),
                created -> boundary.takeOver(line, created));
        LayerException failure = start(startup, code.loader());
        taking.end(name);
        failure = failure == null ? taking.refusal() : failure;
        Generation.Parts parts = new Generation.Parts(code, threads, ledger, startup.started());
        if (failure == null) {
            boundary.provide(startup.providers());
        }
        return new Attempt(new Generation(name, preparation, boundary, parts), failure);
    }

    private @Nullable LayerException start(Startup startup, ClassLoader loader) {
        Duration limit = environment.policies().unload().hooks();
        try {
            environment.startThreads().start(name + " start", loader, startup).await(Deadline.in(limit));
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
        boolean needsNone = preparation.source().options().offer() == Offer.PACKAGES;
        return needsNone || environment.contract().provided().isEmpty()
                ? null
                : new ProviderMissingException("Module '" + name.module() + "' from "
                        + preparation.source().artifact()
                        + ": none of its providers implements an interface of the host; remove its own copy of the"
                        + " contract, and require the contract's module");
    }

    private LayerException failed(Startup.Phase phase, String found, @Nullable ModuleFailure cause) {
        String place = "Module '" + name.module() + "': ";
        String what = "'" + phase.what() + "' ";
        return switch (phase.kind()) {
            case CREATING -> new ProviderCreationException(place + "creating " + what + found, cause);
            case STARTING -> new ModuleStartException(place + "start hook of " + what + found, cause);
            case PROBING -> new ModuleStartException(place + "probe of " + what + found, cause);
        };
    }

    private void discard(Generation failed, UnloadReason reason) {
        UnloadReport report = new Unloading(environment, failed).runToEnd(reason);
        environment.announcer().announceEnd(new LayerEvent.Discarded(report), report);
    }
}
