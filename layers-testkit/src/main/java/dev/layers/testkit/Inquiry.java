package dev.layers.testkit;

import dev.layers.CollectionPolicy;
import dev.layers.ExplanationPolicy;
import dev.layers.UnloadProbe;
import dev.layers.Verdict;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * Asks the JVM whether it lets go what was dropped.
 *
 * @param limit how long collections are requested
 * @param explanation whether it is looked up what holds what was retained
 */
record Inquiry(Duration limit, ExplanationPolicy explanation) {
    static final Duration LIMIT = Duration.ofSeconds(10);

    static Inquiry standard() {
        return new Inquiry(LIMIT, ExplanationPolicy.heapDump());
    }

    Inquiry within(Duration other) {
        return new Inquiry(other, explanation);
    }

    Inquiry explaining(ExplanationPolicy other) {
        return new Inquiry(limit, other);
    }

    /** Returns the verdict on the referents of {@code traces}, whom the caller must not hold otherwise. */
    Verdict verdict(List<? extends Reference<?>> traces) throws InterruptedException {
        return SecondLook.after(ask(traces, explanation), () -> ask(traces, ExplanationPolicy.none()));
    }

    private Verdict ask(List<? extends Reference<?>> traces, ExplanationPolicy policy) throws InterruptedException {
        try (UnloadProbe probe = UnloadProbe.of(CollectionPolicy.request(limit), policy)) {
            return probe.watch(traces.toArray(Reference<?>[]::new)).get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("The verdict failed", impossible);
        }
    }
}
