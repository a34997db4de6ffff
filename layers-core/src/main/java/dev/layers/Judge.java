package dev.layers;

import dev.layers.internal.collect.Probe;
import dev.layers.internal.collect.Sighting;
import dev.layers.internal.collect.Terms;
import dev.layers.internal.collect.Watch;
import dev.layers.internal.time.Deadline;
import dev.layers.retention.Lasting;
import dev.layers.retention.Retention;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Reaches the verdicts on what was dropped: watches it, and has it explained what stays. */
final class Judge implements AutoCloseable {
    private final Probe probe;
    private final CollectionPolicy collectionPolicy;
    private final Explanations explanations;

    Judge(Probe probe, CollectionPolicy collectionPolicy, Explanations explanations) {
        this.probe = probe;
        this.collectionPolicy = collectionPolicy;
        this.explanations = explanations;
    }

    /** Does {@code work}, at whose end something will be judged: a request for a collection waits for it. */
    <T> T expecting(Supplier<T> work) {
        return probe.expecting(work);
    }

    /** Returns the longest time that a verdict takes, where collections are requested; otherwise nobody knows. */
    Duration limit() {
        return collectionPolicy.limit();
    }

    boolean isRequesting() {
        return collectionPolicy instanceof CollectionPolicy.Request;
    }

    /** Watches what was dropped before this call until something can be said. */
    CompletableFuture<Sighting> watch(List<? extends Reference<?>> traces, Duration limit) {
        return probe.watch(traces, Terms.verdict(isRequesting(), limit));
    }

    /** Returns the verdict to come on what was dropped before this call. */
    CompletableFuture<Verdict> judge(List<? extends Reference<?>> traces) {
        return watch(traces, collectionPolicy.limit()).thenCompose(sighting -> verdict(traces, sighting));
    }

    /** Returns the verdict to come on what was dropped before this call, and that it is collected, maybe later. */
    Judgement follow(List<? extends Reference<?>> traces) {
        Watch watch = probe.follow(traces, Terms.verdict(isRequesting(), collectionPolicy.limit()));
        CompletableFuture<Verdict> verdict = watch.sighting()
                .thenCompose(sighting -> verdict(traces, sighting))
                .thenApply(known -> askingAgain(traces, known));
        return new Judgement(
                watch, verdict, watch.collected().thenApply(sighting -> new Verdict.Collected(sighting.after())));
    }

    /** Looks, with requests, whether any of {@code watches} is gone by now; completes in a few seconds. */
    CompletableFuture<?> glance(List<Watch> watches) {
        return CompletableFuture.allOf(watches.stream()
                .map(watch -> probe.watch(watch.traces(), Terms.glance()))
                .toArray(CompletableFuture[]::new));
    }

    /** What may end by itself is asked for again, where that is permitted. */
    private Verdict askingAgain(List<? extends Reference<?>> traces, Verdict known) {
        if (isRequesting() && known instanceof Verdict.Retained retained && mayEndByItself(retained.retention())) {
            askAgain(traces, pauses().iterator());
        }
        return known;
    }

    /** What is held softly may go too, as soon as memory grows short. */
    private static boolean mayEndByItself(Retention retention) {
        return retention.mayEnd() || retention.lasting() == Lasting.ENDS_BY_ITSELF;
    }

    /** Pools that end their idle threads, and connections kept alive, were measured to take up to 70 seconds. */
    private static List<Duration> pauses() {
        return List.of(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(40), Duration.ofSeconds(50));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // whoever follows the same traces is told by the probe
    private void askAgain(List<? extends Reference<?>> traces, Iterator<Duration> pauses) {
        if (pauses.hasNext()) {
            probe.watch(traces, Terms.glance().after(pauses.next())).thenAccept(sighting -> {
                if (sighting.kind() != Sighting.Kind.COLLECTED) {
                    askAgain(traces, pauses);
                }
            });
        }
    }

    private CompletableFuture<Verdict> verdict(List<? extends Reference<?>> traces, Sighting sighting) {
        return switch (sighting.kind()) {
            case COLLECTED -> CompletableFuture.completedFuture(new Verdict.Collected(sighting.after()));
            case RETAINED -> explained(traces, sighting);
            case UNCONFIRMED ->
                CompletableFuture.completedFuture(new Verdict.Unconfirmed(sighting.after(), sighting.reason()));
        };
    }

    /** What went while the heap was examined was seen to be gone only then. */
    private CompletableFuture<Verdict> explained(List<? extends Reference<?>> traces, Sighting sighting) {
        Deadline since = Deadline.in(Duration.ZERO);
        return explanations
                .explain(traces)
                .thenApply(retention -> retention
                        .map(found -> retained(sighting, found))
                        .orElseGet(() -> new Verdict.Collected(sighting.after().plus(since.elapsed()))));
    }

    private static Verdict retained(Sighting sighting, Retention retention) {
        return new Verdict.Retained(sighting.after(), sighting.collections(), retention);
    }

    @Override
    public void close() {
        probe.close();
        explanations.close();
    }
}
