package dev.layers;

import dev.layers.internal.drain.Drain;
import dev.layers.internal.failure.ModuleFailure;
import dev.layers.internal.thread.ManagedThreads;
import dev.layers.internal.thread.ModuleThread;
import dev.layers.internal.thread.ModuleThread.Overdue;
import dev.layers.internal.thread.ThreadCensus;
import dev.layers.internal.time.Deadline;
import dev.layers.module.ModuleLifecycle;
import dev.layers.module.UnloadContext;
import dev.layers.module.UnloadReason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What each step of an unload does; the methods return what went wrong or was left behind, a sentence each. */
final class Steps {
    private static final Duration NOTICE = Duration.ofSeconds(1);

    private static final String LEFT_BEHIND = "ending what calls left behind failed: ";

    private final Environment environment;
    private final Generation generation;
    private final ThreadCensus census;
    private final UnloadReason reason;

    Steps(Environment environment, Generation generation, ThreadCensus census, UnloadReason reason) {
        this.environment = environment;
        this.generation = generation;
        this.census = census;
        this.reason = reason;
    }

    /**
     * What came of a step.
     *
     * @param isPassed whether the unload may go on; only a drain says no
     * @param findings what went wrong or was left behind
     */
    record Outcome(boolean isPassed, List<String> findings) {
        static Outcome of(List<String> findings) {
            return new Outcome(true, findings);
        }
    }

    Outcome drain(RunningCalls runningCalls) {
        GenerationBoundary boundary = generation.boundary();
        Drain drain = boundary.close();
        if (boundary.isCurrentThreadInside()) {
            return drained(drain, Deadline.in(Duration.ZERO));
        }
        Outcome first = drained(drain, Deadline.in(environment.unloadPolicy().drain()));
        if (first.isPassed() || runningCalls != RunningCalls.INTERRUPT) {
            return first;
        }
        boundary.callers().forEach(Thread::interrupt);
        return drained(drain, Deadline.in(environment.unloadPolicy().drain()));
    }

    /** Completions come last: a call may wait for one, and get it, while it is waited for. */
    private Outcome drained(Drain drain, Deadline deadline) {
        List<String> findings = new ArrayList<>();
        boolean quiet = await(
                UnloadStep.DRAIN,
                deadline,
                drain::awaitQuiet,
                () -> drain.callers().size() + " calls");
        if (!quiet) {
            drain.callers().forEach(caller -> findings.add("a call still runs: " + caller.text()));
        } else if (!await(UnloadStep.DRAIN, deadline, generation.boundary()::shut, () -> "a completion")) {
            quiet = false;
            findings.add("a completion of a stage still runs");
        }
        drain.blindSpot().ifPresent(findings::add);
        return new Outcome(quiet, List.copyOf(findings));
    }

    List<String> hooks() {
        Deque<ModuleLifecycle> started = generation.parts().started();
        Deadline deadline = Deadline.in(environment.unloadPolicy().hooks());
        List<String> findings = new ArrayList<>();
        while (!started.isEmpty()) {
            Deadline share = deadline.within(deadline.remaining().dividedBy(started.size()));
            findings.addAll(beforeUnload(started.pop(), share));
        }
        return findings;
    }

    List<String> registrations() {
        Ledger ledger = generation.parts().ledger();
        GenerationBoundary boundary = generation.boundary();
        if (ledger.shut() == 0 && !boundary.isLeftBehind()) {
            // from now on whatever is left ends where it is left, not on this thread at the release
            return boundary.end().stream().map(LEFT_BEHIND::concat).toList();
        }
        List<String> left = new CopyOnWriteArrayList<>();
        List<String> overdue = run(
                UnloadStep.REGISTRATIONS, "onUnload", environment.unloadPolicy().hooks(), () -> {
                    ledger.closeAll();
                    // code of the host may run now: threads that it starts inherit this
                    Thread.currentThread().setContextClassLoader(ClassLoader.getSystemClassLoader());
                    left.addAll(boundary.end());
                    return null;
                });
        List<String> findings = new ArrayList<>(ledger.failures());
        left.forEach(finding -> findings.add(LEFT_BEHIND + finding));
        overdue.forEach(finding -> findings.add("closing what was registered " + finding));
        return findings;
    }

    /** Stops managed threads; then waits for the others, which may be on their way out. */
    List<String> threads() {
        Deadline deadline = Deadline.in(environment.unloadPolicy().threads());
        if (!generation.isReleased()) {
            stopManaged(generation.parts().threads(), deadline);
        }
        List<Thread> known = new ArrayList<>(generation.boundary().callers());
        known.add(Thread.currentThread());
        List<Thread> alive = census.takeBeside(known);
        for (Thread thread : alive) {
            await(UnloadStep.THREADS, deadline, limit -> limit.join(thread), () -> ThreadCensus.text(thread));
        }
        census.resetShared();
        return alive.isEmpty() ? List.of() : stillRunning(census.takeBeside(known));
    }

    private void stopManaged(ManagedThreads managed, Deadline deadline) {
        managed.stop();
        Thread asking = Thread.currentThread();
        await(
                UnloadStep.THREADS,
                deadline,
                limit -> managed.join(limit).stream().allMatch(asking::equals),
                () -> "managed threads");
        census.claim(managed.join(Deadline.in(Duration.ZERO)));
    }

    List<String> release() {
        try {
            return generation.release();
        } catch (IOException failure) {
            return List.of("closing the loader failed: " + failure);
        }
    }

    private List<String> beforeUnload(ModuleLifecycle lifecycle, Deadline share) {
        String hook = "beforeUnload of '" + lifecycle.getClass().getName() + "' ";
        UnloadContext context = new Context(reason, share);
        return run(UnloadStep.HOOKS, "beforeUnload", share.remaining(), () -> {
                    lifecycle.beforeUnload(context);
                    return null;
                })
                .stream()
                .map(hook::concat)
                .toList();
    }

    private List<String> run(UnloadStep step, String name, Duration limit, Callable<Void> code) {
        ClassLoader loader = generation.parts().layer().loader();
        try {
            ModuleThread<Void> thread = ModuleThread.start(
                    generation.name() + " " + name,
                    loader,
                    generation.boundary().asOwn(code));
            await(step, Deadline.in(limit), thread::isEnded, () -> name);
            thread.await(Deadline.in(Duration.ZERO));
            return List.of();
        } catch (ModuleFailure failure) {
            return List.of("failed: " + failure.rootText());
        } catch (Overdue overdue) {
            return List.of("did not end within " + Text.of(limit) + ": " + overdue.getMessage());
        }
    }

    /** Waits and tells listeners every second; returns whether what is waited for has come. */
    private boolean await(UnloadStep step, Deadline deadline, Predicate<Deadline> wait, Supplier<String> what) {
        while (!wait.test(deadline.within(NOTICE))) {
            if (deadline.isPast()) {
                return false;
            }
            environment
                    .announcer()
                    .announce(new LayerEvent.Waiting(
                            generation.name(), generation.origin(), step, deadline.elapsed(), what.get()));
        }
        return true;
    }

    private static List<String> stillRunning(List<Thread> threads) {
        return threads.stream()
                .map(thread -> "still runs: " + ThreadCensus.text(thread))
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
