package dev.layers;

import dev.layers.internal.thread.ManagedThreads;
import dev.layers.internal.thread.RunningThread;
import dev.layers.internal.thread.ThreadCensus;
import dev.layers.internal.thread.ThreadGroups;
import dev.layers.internal.thread.UnrecordedThreads;
import dev.layers.internal.time.Deadline;
import dev.layers.internal.woven.Belongings;
import dev.layers.internal.woven.Chores;
import dev.layers.internal.woven.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntSupplier;

/** The step that ends the threads of a module. */
final class ThreadStep {
    /** Interrupts come after this part of the time: most threads that end do so by themselves. */
    private static final int PATIENCE = 5;

    private final Environment environment;
    private final Generation generation;
    private final ThreadCensus census;
    private final Belongings belongings;
    private final Supervision supervision;
    /** What is left of the time for all code of the module that this step runs. */
    private Duration moduleCode;

    private final List<String> undone = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    ThreadStep(Environment environment, Generation generation, ThreadCensus census, Supervision supervision) {
        this.environment = environment;
        this.generation = generation;
        this.census = census;
        this.belongings = generation.belongings();
        this.supervision = supervision;
        this.moduleCode = environment.policies().unload().hooks();
    }

    Steps.Outcome run() {
        Deadline deadline = Deadline.in(environment.policies().unload().threads());
        if (!generation.isReleased()) {
            stopManaged(generation.parts().threads(), deadline);
        }
        end(deadline).stream()
                .filter(thread -> thread.thread().isAlive())
                .forEach(thread -> findings.add("still runs: " + thread.text()));
        awaitUnrecorded(deadline);
        if (!generation.isReleased() && belongings.mentions().contains(Subject.THREAD_GROUPS)) {
            undone.addAll(ThreadGroups.destroy(generation.parts().code().loader()));
        }
        return new Steps.Outcome(true, undone, findings);
    }

    private void awaitUnrecorded(Deadline deadline) {
        boolean isWaiting = environment.policies().unload().runningThreads() != RunningThreads.REPORT;
        UnrecordedThreads unrecorded = new UnrecordedThreads(census.name(), belongings);
        supervision.await(
                UnloadStep.THREADS,
                isWaiting ? deadline : Deadline.in(Duration.ZERO),
                unrecorded::await,
                () -> String.join(", ", unrecorded.texts()));
        unrecorded.texts().forEach(thread -> findings.add("still runs: " + thread));
    }

    /** Returns the threads that run on. */
    private List<RunningThread> end(Deadline deadline) {
        RunningThreads treatment = environment.policies().unload().runningThreads();
        if (treatment == RunningThreads.REPORT) {
            return take();
        }
        close();
        List<RunningThread> left = take();
        if (treatment == RunningThreads.INTERRUPT && !left.isEmpty()) {
            left = interrupted(waitFor(left, deadline.within(patience())), deadline);
        }
        // others may have come meanwhile
        return waitFor(left, deadline).isEmpty() ? List.of() : take();
    }

    /** What is closed may run code of the module: that of a pool that ends, or that waits for a future. */
    private void close() {
        if (!belongings.workers().isEmpty()) {
            Chores chores = new Chores();
            belongings.workers().close(chores);
            run("closing pools and timers ", chores);
        }
    }

    private List<RunningThread> interrupted(List<RunningThread> threads, Deadline deadline) {
        if (threads.isEmpty()) {
            return threads;
        }
        Duration rest = deadline.remaining();
        Chores chores = new Chores();
        IntSupplier tasks = belongings.workers().stop(chores);
        Queue<RunningThread> interrupted = new ConcurrentLinkedQueue<>();
        threads.stream()
                .filter(RunningThread::isOwn)
                .forEach(thread -> chores.add("interrupting " + thread.name(), () -> {
                    thread.interrupt();
                    interrupted.add(thread);
                    return Optional.empty();
                }));
        run("interrupting threads ", chores);
        List<RunningThread> left = waitFor(threads, Deadline.in(rest));
        interrupted.stream()
                .filter(thread -> !left.contains(thread))
                .forEach(thread -> undone.add(thread.name() + " was interrupted and ended"));
        tellTasks(tasks.getAsInt(), left);
        return left;
    }

    private void tellTasks(int tasks, List<RunningThread> left) {
        if (tasks > 0 && left.stream().allMatch(RunningThread::isOwn)) {
            undone.add(tasks + (tasks == 1 ? " asynchronous task was" : " asynchronous tasks were")
                    + " interrupted and ended");
        }
    }

    /** Each piece that does not end has half of the time that is left, and those after it run on another thread. */
    private void run(String what, Chores chores) {
        Deadline deadline = Deadline.in(moduleCode);
        while (chores.left() > 0) {
            Duration share = deadline.remaining().dividedBy(2);
            supervision
                    .run(UnloadStep.THREADS, "pools", share, () -> {
                        // threads that the JDK starts now, for everybody, inherit this
                        Thread.currentThread().setContextClassLoader(environment.contextLoader());
                        chores.run();
                        return null;
                    })
                    .forEach(finding -> findings.add(what + finding));
            if (deadline.isPast() && chores.left() > 0) {
                findings.add(what + "was given up: " + chores.left() + " of them are left");
                break;
            }
        }
        moduleCode = deadline.remaining();
        undone.addAll(chores.done());
        findings.addAll(chores.failures());
    }

    /** Returns those that are not over by then. */
    private List<RunningThread> waitFor(List<RunningThread> threads, Deadline deadline) {
        return threads.stream()
                .filter(thread -> !supervision.await(UnloadStep.THREADS, deadline, thread::await, thread::text))
                .toList();
    }

    private Duration patience() {
        return environment.policies().unload().threads().dividedBy(PATIENCE);
    }

    private List<RunningThread> take() {
        List<Thread> known = new ArrayList<>(generation.boundary().callers());
        known.add(Thread.currentThread());
        return census.takeBeside(known);
    }

    private void stopManaged(ManagedThreads managed, Deadline deadline) {
        managed.stop();
        Thread asking = Thread.currentThread();
        supervision.await(
                UnloadStep.THREADS,
                deadline,
                limit -> managed.join(limit).stream().allMatch(asking::equals),
                () -> "managed threads");
        census.claim(managed.join(Deadline.in(Duration.ZERO)));
    }
}
