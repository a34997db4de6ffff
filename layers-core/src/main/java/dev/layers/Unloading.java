package dev.layers;

import dev.layers.internal.failure.ModuleFailure;
import dev.layers.internal.reference.ServiceKey;
import dev.layers.internal.thread.ThreadCensus;
import dev.layers.internal.time.Deadline;
import dev.layers.internal.woven.NativeLibraries;
import dev.layers.module.UnloadReason;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final Supervision supervision;
    private final ThreadCensus census;
    private final Progress progress = new Progress();
    private @Nullable UnloadReport last;
    private @Nullable Judgement judgement;

    Unloading(Environment environment, Generation generation) {
        this.environment = environment;
        this.generation = generation;
        this.traces = generation.parts().layer().traces();
        this.supervision = new Supervision(environment, generation);
        this.census =
                new ThreadCensus(generation.parts().layer().loader(), generation.belongings(), environment.stacks());
    }

    /**
     * Runs every step that is not done, under the manager's policy. A shutdown goes on beside calls and hooks that do not
     * end, a reload beside hooks: nobody will ask again.
     */
    UnloadReport run(UnloadReason reason) {
        UnloadPolicy policy = environment.policies().unload();
        return reason == UnloadReason.UNLOAD
                ? run(reason, policy.runningCalls(), policy.overdueHooks())
                : run(reason, policy.runningCalls(), OverdueHooks.GO_ON);
    }

    /** Runs every step of a generation that could not begin to serve, beside whatever does not end. */
    UnloadReport runToEnd(UnloadReason reason) {
        return run(reason, RunningCalls.PROCEED, OverdueHooks.GO_ON);
    }

    private UnloadReport run(UnloadReason reason, RunningCalls runningCalls, OverdueHooks overdueHooks) {
        if (last != null) {
            return isSettled(last) ? last : lookAgain(last);
        }
        Steps steps = new Steps(environment, generation, supervision, census, reason);
        if (overdueHooks == OverdueHooks.STOP
                && supervision.isStillOverdue(
                        Deadline.in(environment.policies().unload().hooks()))) {
            return stopped(reason);
        }
        supervision.forget();
        for (UnloadStep step : UnloadStep.values()) {
            boolean fine = progress.isDone(step) || perform(step, steps, runningCalls, overdueHooks);
            if (!fine && reason != UnloadReason.SHUTDOWN) {
                return refused(reason);
            }
            if (overdueHooks == OverdueHooks.STOP && supervision.isOverdue()) {
                progress.leaveUnfinished(step);
                return stopped(reason);
            }
        }
        return released(reason);
    }

    /** Whether looking again could tell nothing new: no thread was left, and the verdict is clean or on its way. */
    private boolean isSettled(UnloadReport released) {
        return progress.findings(UnloadStep.THREADS).isEmpty()
                && released.known().map(Verdict.Collected.class::isInstance).orElse(true);
    }

    /** Threads may have ended and holders let go since; the other steps have nothing left to do. */
    private UnloadReport lookAgain(UnloadReport earlier) {
        Steps steps = new Steps(environment, generation, supervision, census, earlier.reason());
        perform(UnloadStep.THREADS, steps, RunningCalls.PROCEED, OverdueHooks.GO_ON);
        progress.leaveUnfinished(UnloadStep.RESIDUE);
        perform(UnloadStep.RESIDUE, steps, RunningCalls.PROCEED, OverdueHooks.GO_ON);
        return released(earlier.reason());
    }

    /** Returns whether the unload may go on. */
    private boolean perform(UnloadStep step, Steps steps, RunningCalls runningCalls, OverdueHooks overdueHooks) {
        environment.announcer().announce(new LayerEvent.StepStarted(generation.name(), generation.origin(), step));
        Deadline clock = Deadline.in(Duration.ZERO);
        Steps.Outcome outcome = outcome(step, steps, runningCalls, overdueHooks);
        progress.add(step, clock.elapsed(), outcome);
        return outcome.isPassed() || runningCalls == RunningCalls.PROCEED;
    }

    /** What a step throws may be the module's own, and is text for the host: the steps after it are due nonetheless. */
    private static Steps.Outcome outcome(
            UnloadStep step, Steps steps, RunningCalls runningCalls, OverdueHooks overdueHooks) {
        try {
            return switch (step) {
                case DRAIN -> steps.drain(runningCalls);
                case HOOKS -> Steps.Outcome.of(steps.hooks(overdueHooks));
                case REGISTRATIONS -> steps.registrations();
                case THREADS -> steps.threads();
                case RESIDUE -> steps.residue(overdueHooks);
                case RELEASE -> Steps.Outcome.of(steps.release());
            };
        } catch (Throwable thrown) {
            return Steps.Outcome.of(
                    List.of("the step failed: " + ModuleFailure.copyOf(thrown).rootText()));
        }
    }

    private UnloadReport stopped(UnloadReason reason) {
        return unreleased(reason, UnloadReport.Outcome.STOPPED, "the generation was not released");
    }

    private UnloadReport refused(UnloadReason reason) {
        generation.boundary().reopen();
        UnloadReport report = unreleased(reason, UnloadReport.Outcome.REFUSED, "the generation still serves");
        progress.beginAnew();
        return report;
    }

    private UnloadReport unreleased(UnloadReason reason, UnloadReport.Outcome outcome, String why) {
        CompletableFuture<Verdict> none =
                CompletableFuture.completedFuture(new Verdict.Unconfirmed(Duration.ZERO, why));
        return report(reason, outcome, none, CompletableFuture.failedFuture(new WatchEndedException()));
    }

    private UnloadReport released(UnloadReason reason) {
        supervision.forget();
        CompletableFuture<Verdict> verdict =
                judgement == null ? judgement().verdict() : environment.judge().judge(traces);
        last = report(
                reason, UnloadReport.Outcome.RELEASED, verdict, judgement().collected());
        return last;
    }

    /** What is asked again is watched once. */
    private Judgement judgement() {
        if (judgement == null) {
            judgement = environment.judge().follow(traces);
            environment.bound().add(generation.name(), judgement);
        }
        return judgement;
    }

    private UnloadReport report(
            UnloadReason reason,
            UnloadReport.Outcome outcome,
            CompletableFuture<Verdict> verdict,
            CompletableFuture<Verdict.Collected> collected) {
        return new UnloadReport(
                generation.name(),
                generation.origin(),
                reason,
                outcome,
                progress.reports(),
                notes(),
                verdict,
                collected);
    }

    private List<String> notes() {
        return Stream.concat(direct().stream(), libraries()).toList();
    }

    private Stream<String> libraries() {
        return NativeLibraries.ofThisJvm().of(generation.belongings()).stream()
                .map(file -> "native: '" + file + "' stays loaded until the generation is collected");
    }

    /** Returns what of its services the unload can promise nothing about. */
    private List<String> direct() {
        Set<String> provided =
                generation.services().stream().map(ServiceKey::service).collect(Collectors.toSet());
        return environment.contract().provided().stream()
                .filter(environment.contract().boundary()::isDirect)
                .map(Class::getName)
                .filter(provided::contains)
                .map(service -> "direct: " + service + " was handed out as it is; its calls were not waited for")
                .toList();
    }
}
