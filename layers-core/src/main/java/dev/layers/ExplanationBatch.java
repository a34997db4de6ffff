package dev.layers;

import dev.layers.internal.cause.Causes;
import dev.layers.internal.heap.AnalysisListener;
import dev.layers.internal.heap.HeapDumpException;
import dev.layers.internal.heap.Holding;
import dev.layers.internal.heap.Sought;
import dev.layers.retention.Retention;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What one dump explains: everything that waited at that moment. */
final class ExplanationBatch {
    private final List<Wait> waits;
    private volatile String cancelled = "the time that ExplanationPolicy allows was over";

    ExplanationBatch(List<Wait> waits) {
        this.waits = List.copyOf(waits);
    }

    /** Something retained that waits to be explained. */
    static final class Wait {
        private final Sought sought;
        private final CompletableFuture<Optional<Retention>> explanation = new CompletableFuture<>();

        /** The number tells this mark from those of other managers, which the same dump shows. */
        Wait(List<? extends Reference<?>> traces) {
            this.sought = new Sought(UUID.randomUUID().getMostSignificantBits(), traces);
        }

        CompletableFuture<Optional<Retention>> explanation() {
            return explanation;
        }

        /** At once, where nobody can depend on it yet. */
        void refuse(String reason) {
            explanation.complete(refusal(reason));
        }

        private Optional<Retention> refusal(String reason) {
            return sought.isGone() ? Optional.empty() : Optional.of(unexamined(reason));
        }

        /** Asynchronously, for whoever depends on it must not hold up the others. */
        private void settle(Executor tellers, Optional<Retention> found) {
            if (!explanation.isDone()) {
                explanation.completeAsync(() -> found, tellers);
            }
        }

        private Optional<Retention> retention(@Nullable Holding holding) {
            if (sought.isGone() || (holding != null && holding.kind() == Holding.Kind.COLLECTED)) {
                return Optional.empty();
            }
            return Optional.of(holding == null ? unexamined("the heap dump does not show it") : Causes.of(holding));
        }
    }

    int size() {
        return waits.size();
    }

    /** Examines the heap and tells everybody; whatever fails, everybody is told. */
    void explain(Examination examination, AnalysisListener listener, Executor tellers) {
        Map<Long, Holding> holdings;
        try {
            List<Long> numbers =
                    waits.stream().map(wait -> wait.sought.number()).toList();
            holdings = examination.of(numbers, listener);
        } catch (HeapDumpException known) {
            refuse(reason(known), tellers);
            return;
        } catch (Throwable unforeseen) {
            // an explanation that fails must not take the verdict with it
            refuse("examining the heap failed: " + unforeseen, tellers);
            return;
        }
        waits.forEach(wait -> wait.settle(tellers, told(wait, holdings)));
    }

    private String reason(HeapDumpException known) {
        return known.kind() == HeapDumpException.Kind.CANCELLED ? cancelled : String.valueOf(known.getMessage());
    }

    private static Retention unexamined(String reason) {
        return Retention.unexamined("nobody looked what holds it: " + reason);
    }

    private static Optional<Retention> told(Wait wait, Map<Long, Holding> holdings) {
        try {
            return wait.retention(holdings.get(wait.sought.number()));
        } catch (RuntimeException | Error unforeseen) {
            return Optional.of(unexamined("reading the paths failed: " + unforeseen));
        }
    }

    /** If examining is given up from now on, it is for {@code reason}. */
    void cancelling(String reason) {
        cancelled = reason;
    }

    /** Tells everybody that nothing was, or will be, looked up. */
    void refuse(String reason, Executor tellers) {
        waits.forEach(wait -> wait.settle(tellers, wait.refusal(reason)));
    }
}
