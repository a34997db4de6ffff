package dev.layers;

import dev.layers.internal.collect.Sighting;
import dev.layers.internal.reference.ServiceKey;
import dev.layers.internal.thread.ThreadCensus;
import dev.layers.internal.time.Deadline;
import dev.layers.module.UnloadReason;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The unload of one generation, step by step; asked again, it goes on from the step that refused.
 *
 * <p>Not for use by several threads at once: {@link LiveModule} lets one in at a time.
 */
final class Unloading {
    private final Environment environment;
    private final Generation generation;
    private final List<Reference<?>> traces;
    private final ThreadCensus census;
    private final Map<UnloadStep, StepReport> done = new EnumMap<>(UnloadStep.class);
    private @Nullable UnloadReport last;

    Unloading(Environment environment, Generation generation) {
        this.environment = environment;
        this.generation = generation;
        this.traces = generation.parts().layer().traces();
        this.census = new ThreadCensus(generation.parts().layer().loader());
    }

    /** Runs every step that is not done, under the manager's policy. */
    UnloadReport run(UnloadReason reason) {
        return run(reason, environment.unloadPolicy().runningCalls());
    }

    /**
     * Runs every step that is not done; {@code runningCalls} says what becomes of calls that do not end. A shutdown goes
     * on beside them: nobody will ask again.
     */
    UnloadReport run(UnloadReason reason, RunningCalls runningCalls) {
        if (last != null) {
            return isSettled(last) ? last : lookAgain(last);
        }
        Steps steps = new Steps(environment, generation, census, reason);
        for (UnloadStep step : UnloadStep.values()) {
            boolean fine = done.containsKey(step) || perform(step, steps, runningCalls);
            if (!fine && reason != UnloadReason.SHUTDOWN) {
                return refused(reason);
            }
        }
        return released(reason);
    }

    /** Whether looking again could tell nothing new: no thread was left, and the verdict is clean or on its way. */
    private boolean isSettled(UnloadReport released) {
        StepReport threads = done.get(UnloadStep.THREADS);
        Verdict verdict = released.verdict().getNow(null);
        return (threads == null || threads.findings().isEmpty())
                && (verdict == null || verdict instanceof Verdict.Collected);
    }

    /** Threads may have ended and holders let go since; the other steps have nothing left to do. */
    private UnloadReport lookAgain(UnloadReport earlier) {
        Steps steps = new Steps(environment, generation, census, earlier.reason());
        perform(UnloadStep.THREADS, steps, RunningCalls.PROCEED);
        return released(earlier.reason());
    }

    /** Returns whether the unload may go on. */
    private boolean perform(UnloadStep step, Steps steps, RunningCalls runningCalls) {
        environment.announcer().announce(new LayerEvent.StepStarted(generation.name(), generation.origin(), step));
        Deadline clock = Deadline.in(Duration.ZERO);
        Steps.Outcome outcome = switch (step) {
            case DRAIN -> steps.drain(runningCalls);
            case HOOKS -> Steps.Outcome.of(steps.hooks());
            case REGISTRATIONS -> Steps.Outcome.of(steps.registrations());
            case THREADS -> Steps.Outcome.of(steps.threads());
            case RELEASE -> Steps.Outcome.of(steps.release());
        };
        done.put(step, new StepReport(step, clock.elapsed(), outcome.findings()));
        return outcome.isPassed() || runningCalls == RunningCalls.PROCEED;
    }

    private UnloadReport refused(UnloadReason reason) {
        generation.boundary().reopen();
        Verdict none = new Verdict.Unconfirmed(Duration.ZERO, "the generation still serves");
        UnloadReport report = report(reason, UnloadReport.Outcome.REFUSED, CompletableFuture.completedFuture(none));
        done.clear();
        return report;
    }

    private UnloadReport released(UnloadReason reason) {
        last = report(reason, UnloadReport.Outcome.RELEASED, watch());
        return last;
    }

    private UnloadReport report(UnloadReason reason, UnloadReport.Outcome outcome, CompletableFuture<Verdict> verdict) {
        return new UnloadReport(
                generation.name(), generation.origin(), reason, outcome, List.copyOf(done.values()), notes(), verdict);
    }

    /** Returns what of its services the unload can promise nothing about. */
    private List<String> notes() {
        Set<String> provided =
                generation.services().stream().map(ServiceKey::service).collect(Collectors.toSet());
        return environment.contract().provided().stream()
                .filter(environment.contract().boundary()::isDirect)
                .map(Class::getName)
                .filter(provided::contains)
                .map(service -> "direct: " + service + " was handed out as it is; its calls were not waited for")
                .toList();
    }

    private CompletableFuture<Verdict> watch() {
        CollectionPolicy policy = environment.collectionPolicy();
        boolean requesting = policy instanceof CollectionPolicy.Request;
        return environment.probe().watch(traces, requesting, policy.limit()).thenApply(Unloading::verdict);
    }

    private static Verdict verdict(Sighting sighting) {
        return switch (sighting.kind()) {
            case COLLECTED -> new Verdict.Collected(sighting.after());
            case RETAINED -> new Verdict.Retained(sighting.after(), sighting.collections());
            case UNCONFIRMED -> new Verdict.Unconfirmed(sighting.after(), sighting.reason());
        };
    }
}
