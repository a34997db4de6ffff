package dev.layers.internal.boundary;

import dev.layers.internal.boundary.Direction.Left;
import dev.layers.internal.reference.Passage;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Holds a stage and its copy on the other side together, until one of them is complete or the generation goes.
 *
 * <p>Whoever comes first takes both ends out, so neither then holds the other; what can no longer be delivered leaves them
 * to the end of the generation. Failures reach the other side within a
 * {@link CompletionException}, as those of any dependent stage do; a cancellation stays one.
 */
final class StageLink {
    /** A subclass may be the module's, and its cause anything. */
    private static final Set<Class<?>> ENVELOPES = Set.of(CompletionException.class, CrossedCompletion.class);

    private final Passage element;
    private final Direction way;
    private final String what;
    private final AtomicReference<@Nullable Ends> ends = new AtomicReference<>();
    private volatile @Nullable Left left;

    /** The thread that makes the copy, meanwhile: nobody can wait for that yet, so it needs no delivery. */
    private volatile @Nullable Thread creator;

    /**
     * Creates a link without ends.
     *
     * @param way the direction in which the stage goes
     * @param what its type, as it stands in messages
     */
    StageLink(Passage element, Direction way, String what) {
        this.element = element;
        this.way = way;
        this.what = what;
    }

    private record Ends(CompletionStage<?> source, CrossingFuture copy) {}

    /** Returns the copy of {@code source}, complete at once if that is. */
    CrossingFuture copyOf(CompletionStage<?> source) {
        CrossingFuture copy = new CrossingFuture(this);
        ends.set(new Ends(source, copy));
        creator = Thread.currentThread();
        var unused = source.whenComplete(this::sourceEnded);
        creator = null;
        if (!copy.isDone()) {
            leave(copy);
        }
        return copy;
    }

    Optional<Object> sourceOn(Direction other) {
        Ends held = ends.get();
        return held != null && way.back().equals(other) ? Optional.of(held.source()) : Optional.empty();
    }

    private void leave(CrossingFuture copy) {
        var unused = copy.whenComplete(this::copyEnded);
        Left behind = way.leave(this::generationEnded);
        left = behind;
        if (ends.get() == null) {
            behind.forget();
        }
    }

    private void sourceEnded(@Nullable Object value, @Nullable Throwable thrown) {
        Outcome outcome = new Outcome(value, thrown);
        if (Thread.currentThread().equals(creator)) {
            completeCopy(outcome);
        } else if (ends.get() != null) {
            way.deliver(() -> completeCopy(outcome));
        }
    }

    private void completeCopy(Outcome outcome) {
        Ends taken = take();
        if (taken != null) {
            complete(taken.copy(), outcome, way);
        }
    }

    private void copyEnded(@Nullable Object value, @Nullable Throwable thrown) {
        if (ends.get() != null) {
            way.back().deliver(() -> endSource(new Outcome(value, thrown)));
        }
    }

    private void endSource(Outcome outcome) {
        Ends taken = take();
        if (taken == null || !(taken.source() instanceof CompletableFuture<?> source)) {
            return;
        }
        if (taken.copy().isCancelled()) {
            source.cancel(taken.copy().isInterrupting());
        } else {
            complete(source, outcome, way.back());
        }
    }

    /** Does not forget what was left behind, since it is that which runs. */
    private void generationEnded() {
        Ends taken = ends.getAndSet(null);
        if (taken != null) {
            taken.copy().completeExceptionally(new CrossedCompletion(way.unloaded(what)));
        }
    }

    private @Nullable Ends take() {
        Ends taken = ends.getAndSet(null);
        Left behind = left;
        if (behind != null) {
            behind.forget();
        }
        return taken;
    }

    @SuppressWarnings("unchecked") // what it is completed with has passed by the rule of its type
    private void complete(CompletableFuture<?> end, Outcome outcome, Direction to) {
        if (end.isDone()) {
            return;
        }
        Outcome passed = passed(outcome, to);
        if (passed.thrown() == null) {
            ((CompletableFuture<@Nullable Object>) end).complete(passed.value());
        } else {
            end.completeExceptionally(passed.thrown());
        }
    }

    private Outcome passed(Outcome outcome, Direction to) {
        if (outcome.thrown() != null) {
            return new Outcome(null, failure(outcome.thrown(), to));
        }
        try {
            return new Outcome(element.pass(outcome.value(), to), null);
        } catch (Throwable refused) {
            return new Outcome(null, failure(refused, to));
        }
    }

    private Throwable failure(Throwable thrown, Direction to) {
        if (thrown instanceof CancellationException) {
            return to.thrown(thrown, what);
        }
        Throwable cause = ENVELOPES.contains(thrown.getClass()) ? thrown.getCause() : null;
        return new CrossedCompletion(to.thrown(cause == null ? thrown : cause, what));
    }

    private record Outcome(@Nullable Object value, @Nullable Throwable thrown) {}
}
