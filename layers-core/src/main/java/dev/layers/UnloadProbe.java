package dev.layers;

import dev.layers.internal.collect.Probe;
import java.lang.ref.Reference;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Tells whether the JVM lets go what was dropped without a {@link LayerManager}: any class loader, layer or object.
 *
 * {@snippet class="dev.layers.UnloadProbeIT" region="watch"}
 *
 * <p>One probe watches any number of things at once, on one daemon thread that lives while there is something to watch; a
 * requested collection serves all of them. A frame that still has what was dropped in a local variable retains it: load,
 * use and drop it in a method of its own, which returns weak references alone. All methods may be called from any thread.
 *
 * @since 0.1
 */
public final class UnloadProbe implements AutoCloseable {
    private final Judge judge;

    private UnloadProbe(Judge judge) {
        this.judge = judge;
    }

    /**
     * Returns a probe.
     *
     * @param collection how verdicts are reached
     * @param explanation whether it is looked up what holds what was retained
     * @return a probe that watches nothing yet
     */
    public static UnloadProbe of(CollectionPolicy collection, ExplanationPolicy explanation) {
        Explanations.Owner owner = new Explanations.Owner("layers", "the probe was closed");
        return new UnloadProbe(new Judge(
                new Probe("layers probe", owner.closing()),
                collection,
                Explanations.of(owner, explanation, (generations, stage, percent) -> {})));
    }

    /**
     * Watches what was dropped before this call, until something can be said.
     *
     * @param traces weak or phantom references to it; all of them have to be cleared for it to be collected
     * @return the verdict to come; completes normally, also if the probe is closed, see {@link #close}
     * @throws IllegalArgumentException if there is no reference
     */
    public CompletableFuture<Verdict> watch(Reference<?>... traces) {
        return judge.judge(listed(traces));
    }

    /**
     * Watches what was dropped before this call, and after the verdict goes on until it is collected or the probe is
     * closed: without requests, or with a few where the policy requests and nothing is known to hold it for good.
     *
     * @param traces weak or phantom references to it, as in {@link #watch}
     * @return the verdict to come, and that it is collected, maybe later
     * @throws IllegalArgumentException if there is no reference
     */
    public Watched follow(Reference<?>... traces) {
        Judgement judgement = judge.follow(listed(traces));
        return new Watched(judgement.verdict(), judgement.collected());
    }

    private static List<Reference<?>> listed(Reference<?>... traces) {
        if (traces.length == 0) {
            throw new IllegalArgumentException("No reference to what was dropped; wanted one at least");
        }
        return List.of(traces);
    }

    /**
     * Ends all watching. Verdicts that are pending are {@link Verdict.Unconfirmed}; what was found retained and waits to be
     * explained is {@link Verdict.Retained}, and nobody looked what holds it. If already closed, this has no effect.
     *
     * <p>This waits until the verdicts are told, a few seconds at the most each for watching and for explaining: a verdict
     * comes later where a collection or whoever is told takes longer. It may be called by whoever is told of a verdict.
     */
    @Override
    public void close() {
        judge.close();
    }
}
