package dev.layers;

import dev.layers.internal.drain.Drain;
import dev.layers.internal.thread.ThreadCensus;
import dev.layers.internal.time.Deadline;
import dev.layers.internal.woven.NativeLibraries;
import dev.layers.module.ModuleLifecycle;
import dev.layers.module.UnloadContext;
import dev.layers.module.UnloadReason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What each step of an unload does. */
final class Steps {
    private static final String LEFT_BEHIND = "ending what calls left behind failed: ";

    private final Environment environment;
    private final Generation generation;
    private final Supervision supervision;
    private final ThreadCensus census;
    private final UnloadReason reason;

    Steps(
            Environment environment,
            Generation generation,
            Supervision supervision,
            ThreadCensus census,
            UnloadReason reason) {
        this.environment = environment;
        this.generation = generation;
        this.supervision = supervision;
        this.census = census;
        this.reason = reason;
    }

    /**
     * What came of a step.
     *
     * @param isPassed whether the unload may go on
     * @param undone what the module had left with the JVM and is gone now
     * @param findings what went wrong or was left behind
     */
    record Outcome(boolean isPassed, List<String> undone, List<String> findings) {
        static Outcome of(List<String> findings) {
            return new Outcome(true, List.of(), findings);
        }
    }

    Outcome drain(RunningCalls runningCalls) {
        GenerationBoundary boundary = generation.boundary();
        Drain drain = boundary.close();
        if (boundary.isCurrentThreadInside()) {
            return drained(drain, Deadline.in(Duration.ZERO));
        }
        Outcome first =
                drained(drain, Deadline.in(environment.policies().unload().drain()));
        if (first.isPassed() || runningCalls != RunningCalls.INTERRUPT) {
            return first;
        }
        boundary.callers().forEach(Thread::interrupt);
        return drained(drain, Deadline.in(environment.policies().unload().drain()));
    }

    /** Completions come last: a call may wait for one, and get it, while it is waited for. */
    private Outcome drained(Drain drain, Deadline deadline) {
        List<String> findings = new ArrayList<>();
        boolean quiet = supervision.await(
                UnloadStep.DRAIN,
                deadline,
                drain::awaitQuiet,
                () -> drain.callers().size() + " calls");
        if (!quiet) {
            drain.callers().forEach(caller -> findings.add("a call still runs: " + caller.text()));
        } else if (!supervision.await(UnloadStep.DRAIN, deadline, generation.boundary()::shut, () -> "a completion")) {
            quiet = false;
            findings.add("a completion of a stage still runs");
        }
        drain.blindSpot().ifPresent(findings::add);
        return new Outcome(quiet, List.of(), findings);
    }

    /** Under {@link OverdueHooks#STOP} the hook that does not end is the last one for now. */
    List<String> hooks(OverdueHooks overdueHooks) {
        Deque<ModuleLifecycle> started = generation.parts().started();
        Deadline deadline = Deadline.in(environment.policies().unload().hooks());
        List<String> findings = new ArrayList<>();
        while (!started.isEmpty() && (overdueHooks == OverdueHooks.GO_ON || !supervision.isOverdue())) {
            Deadline share = deadline.within(deadline.remaining().dividedBy(started.size()));
            findings.addAll(beforeUnload(started.pop(), share));
        }
        return findings;
    }

    Outcome registrations() {
        Ledger ledger = generation.parts().ledger();
        GenerationBoundary boundary = generation.boundary();
        if (ledger.shut() == 0 && !boundary.isLeftBehind()) {
            // from now on whatever is left ends where it is left, not on this thread at the release
            return Outcome.of(boundary.end().stream().map(LEFT_BEHIND::concat).toList());
        }
        List<String> left = new CopyOnWriteArrayList<>();
        List<String> overdue = supervision.run(
                UnloadStep.REGISTRATIONS,
                "onUnload",
                environment.policies().unload().hooks(),
                () -> {
                    ledger.closeAll();
                    // code of the host may run now: threads that it starts inherit this
                    Thread.currentThread().setContextClassLoader(ClassLoader.getSystemClassLoader());
                    left.addAll(boundary.end());
                    return null;
                });
        List<String> findings = new ArrayList<>(ledger.failures());
        left.forEach(finding -> findings.add(LEFT_BEHIND + finding));
        overdue.forEach(finding -> findings.add("closing what was registered " + finding));
        return new Outcome(true, ledger.undone(), findings);
    }

    Outcome threads() {
        return new ThreadStep(environment, generation, census, supervision).run();
    }

    Outcome residue(OverdueHooks overdueHooks) {
        return generation.isReleased()
                ? residueStep().runAgain(supervision)
                : residueStep().run(supervision, overdueHooks);
    }

    private ResidueStep residueStep() {
        return new ResidueStep(environment, generation, census);
    }

    List<String> release() {
        List<String> findings = new ArrayList<>();
        NativeLibraries.ofThisJvm().release(generation.belongings());
        try {
            findings.addAll(generation.release());
        } catch (IOException failure) {
            findings.add("closing the loader failed: " + failure);
        }
        residueStep().noteRecords();
        return findings;
    }

    private List<String> beforeUnload(ModuleLifecycle lifecycle, Deadline share) {
        String hook = "beforeUnload of '" + lifecycle.getClass().getName() + "' ";
        UnloadContext context = new Context(reason, share);
        return supervision
                .run(UnloadStep.HOOKS, "beforeUnload", share.remaining(), () -> {
                    lifecycle.beforeUnload(context);
                    return null;
                })
                .stream()
                .map(hook::concat)
                .toList();
    }

    /** What a hook is told. */
    private record Context(UnloadReason reason, Deadline deadline) implements UnloadContext {
        @Override
        public Duration timeLeft() {
            return deadline.remaining();
        }
    }
}
