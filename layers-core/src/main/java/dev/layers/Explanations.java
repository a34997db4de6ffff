package dev.layers;

import dev.layers.internal.collect.Tellers;
import dev.layers.internal.time.Deadline;
import dev.layers.retention.Retention;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what holds what was retained, on one daemon thread that lives while something waits; one dump serves all
 * that wait for one.
 */
final class Explanations implements AutoCloseable {
    static final String NOT_ALLOWED = "ExplanationPolicy.none() allows no heap dump, ExplanationPolicy.heapDump() does";

    /** What is retained together is told one by one, a moment apart. */
    private static final Duration GATHERING = Duration.ofMillis(100);

    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Owner owner;
    private final Optional<Examination> examination;
    private final Duration limit;
    private final ExaminationProgress.Listener listener;
    private final Tellers tellers;
    /** Guarded by this, like the three below. */
    private final List<ExplanationBatch.Wait> waiting = new ArrayList<>();

    private @Nullable ExplanationBatch current;
    private @Nullable Thread thread;
    private boolean closed;

    private Explanations(
            Owner owner, Optional<Examination> examination, Duration limit, ExaminationProgress.Listener listener) {
        this.owner = owner;
        this.examination = examination;
        this.limit = limit;
        this.listener = listener;
        this.tellers = new Tellers(owner.name() + " explained");
    }

    /**
     * Whose explanations these are.
     *
     * @param name what the threads bear
     * @param closing why nothing is looked up when they are closed
     */
    record Owner(String name, String closing) {}

    static Explanations of(Owner owner, ExplanationPolicy policy, ExaminationProgress.Listener listener) {
        return policy instanceof ExplanationPolicy.HeapDump dump
                ? by(Examination.byHeapDump(dump), owner, dump.limit(), listener)
                : new Explanations(owner, Optional.empty(), Duration.ZERO, listener);
    }

    static Explanations by(
            Examination examination, Owner owner, Duration limit, ExaminationProgress.Listener listener) {
        return new Explanations(owner, Optional.of(examination), limit, listener);
    }

    /**
     * Looks up what holds the referents of {@code traces}.
     *
     * @return what was found, or empty if they were collected meanwhile; completes normally, on a thread that may be kept
     *     waiting
     */
    CompletableFuture<Optional<Retention>> explain(List<? extends Reference<?>> traces) {
        ExplanationBatch.Wait wait = new ExplanationBatch.Wait(traces);
        if (examination.isEmpty()) {
            wait.refuse(NOT_ALLOWED);
        } else if (!add(wait)) {
            wait.refuse(owner.closing());
        }
        return wait.explanation();
    }

    /**
     * Gives up what is being looked up; a dump that the JVM is writing is deleted when it has been. Whoever is told may
     * take longer than this.
     */
    @Override
    public void close() {
        List<ExplanationBatch.Wait> left;
        ExplanationBatch running;
        Thread ending;
        synchronized (this) {
            closed = true;
            left = List.copyOf(waiting);
            waiting.clear();
            running = current;
            if (running != null) {
                running.cancelling(owner.closing());
            }
            ending = thread;
            notifyAll();
        }
        new ExplanationBatch(left).refuse(owner.closing(), tellers);
        if (running != null) {
            running.refuse(owner.closing(), tellers);
        }
        Deadline deadline = Deadline.in(CLOSING);
        tellers.end(deadline);
        if (ending != null && !ending.equals(Thread.currentThread())) {
            deadline.join(ending);
        }
    }

    private synchronized boolean add(ExplanationBatch.Wait wait) {
        if (closed) {
            return false;
        }
        waiting.add(wait);
        if (thread == null) {
            thread = daemon(this::run, owner.name() + " explanations");
            thread.start();
        }
        return true;
    }

    private void run() {
        Optional<ExplanationBatch> next = next();
        while (next.isPresent()) {
            ExplanationBatch batch = next.orElseThrow();
            batch.explain(examination.orElseThrow(), progress(batch), tellers);
            next = next();
        }
    }

    private ExaminationProgress progress(ExplanationBatch batch) {
        return new ExaminationProgress(batch.size(), Deadline.in(limit), this::isClosed, listener);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Returns all that wait now, or nothing: then this thread ends. */
    private synchronized Optional<ExplanationBatch> next() {
        Deadline gathered = Deadline.in(GATHERING);
        while (!closed && !gathered.isPast()) {
            gathered.await((time, unit) -> {
                unit.timedWait(this, time);
                return true;
            });
        }
        current = waiting.isEmpty() ? null : new ExplanationBatch(waiting);
        waiting.clear();
        if (current == null) {
            thread = null;
        }
        return Optional.ofNullable(current);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(null, work, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }
}
