package dev.layers;

import dev.layers.internal.failure.ModuleFailure;
import dev.layers.internal.layer.ModuleCode;
import dev.layers.internal.reference.ServiceKey;
import dev.layers.internal.thread.ThreadCensus;
import dev.layers.internal.time.Deadline;
import dev.layers.internal.woven.NativeLibraries;
import dev.layers.module.UnloadReason;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
        this.traces = generation.parts().code().traces();
        this.supervision = new Supervision(environment, generation);
        this.census = census(generation.parts().code());
    }

    /** The classes of linked code are no sign of whose a thread is. */
    private ThreadCensus census(ModuleCode code) {
        return code.ownLoader()
                .map(loader -> new ThreadCensus(loader, generation.belongings(), environment.stacks()))
                .orElseGet(() -> ThreadCensus.ofClaimed(code.name(), generation.belongings(), environment.stacks()));
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

    /**
     * Waits until no call runs in it, and lets none begin; to be followed by {@link #run} or {@link #reopen}.
     *
     * @return the report of the refusal, after which it takes calls again; empty if it is quiet
     */
    Optional<UnloadReport> drain(UnloadReason reason) {
        UnloadPolicy policy = environment.policies().unload();
        Steps steps = new Steps(environment, generation, supervision, census, reason);
        supervision.forget();
        return perform(UnloadStep.DRAIN, steps, policy.runningCalls(), policy.overdueHooks())
                ? Optional.empty()
                : Optional.of(refused(reason));
    }

    /** Takes calls again after a drain. */
    void reopen() {
        List<Runnable> late = generation.boundary().reopen();
        progress.beginAnew();
        if (!late.isEmpty()) {
            Duration limit = environment.policies().unload().hooks();
            // no report is left to say what went wrong
            var unused = supervision.run(UnloadStep.DRAIN, "completions", limit, () -> {
                late.forEach(Runnable::run);
                return null;
            });
            supervision.forget();
        }
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

    /** What was unloaded to be reloaded, in vain, is unloaded for another reason. */
    void askAnew(UnloadReason reason) {
        last = last == null ? null : last.because(reason);
    }

    /** Whether looking again could tell nothing new: no thread was left, and the verdict is clean, on its way or never to come. */
    private boolean isSettled(UnloadReport released) {
        return progress.findings(UnloadStep.THREADS).isEmpty()
                && (traces.isEmpty()
                        || released.known()
                                .map(Verdict.Collected.class::isInstance)
                                .orElse(true));
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
        return unwatched(reason, UnloadReport.Outcome.STOPPED, "the generation was not released");
    }

    private UnloadReport refused(UnloadReason reason) {
        UnloadReport report = unwatched(reason, UnloadReport.Outcome.REFUSED, "the generation still serves");
        reopen();
        return report;
    }

    /** Nobody watches for a collection. */
    private UnloadReport unwatched(UnloadReason reason, UnloadReport.Outcome outcome, String why) {
        CompletableFuture<Verdict> none =
                CompletableFuture.completedFuture(new Verdict.Unconfirmed(Duration.ZERO, why));
        return report(reason, outcome, none, CompletableFuture.failedFuture(new WatchEndedException()));
    }

    private UnloadReport released(UnloadReason reason) {
        supervision.forget();
        if (traces.isEmpty()) {
            last = unwatched(reason, UnloadReport.Outcome.RELEASED, "linked modules stay in the application");
            return last;
        }
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
