package dev.layers.internal.collect;

import dev.layers.internal.time.Deadline;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One dropped thing that is watched: references that do not hold it, and how many canaries it has outlived.
 *
 * <p>One that goes on is looked at, and no collection requested for it, after something else was said than that it is
 * collected.
 */
public final class Watch {
    private static final Duration BOUNDLESS = Duration.ofSeconds(Long.MAX_VALUE);

    private final List<Reference<?>> traces;
    private final Terms terms;
    private final boolean goingOn;
    private final Deadline deadline;
    private final CompletableFuture<Sighting> sighting = new CompletableFuture<>();
    private final CompletableFuture<Sighting> collected = new CompletableFuture<>();
    private @Nullable Canary canary;
    private boolean told;
    private boolean over;
    /** Written by the thread of the probe alone. */
    private volatile int outlived;

    Watch(List<? extends Reference<?>> traces, Terms terms, boolean goingOn) {
        this.traces = List.copyOf(traces);
        this.terms = terms;
        this.goingOn = goingOn;
        this.deadline = Deadline.in(terms.limit());
    }

    /** Returns what can be said first; completes normally. */
    public CompletableFuture<Sighting> sighting() {
        return sighting;
    }

    /** Returns that it is collected, now or later; is cancelled when nobody looks any longer. */
    public CompletableFuture<Sighting> collected() {
        return collected;
    }

    /** Returns how many collections that unload classes it has outlived up to now. */
    public int outlived() {
        return outlived;
    }

    /** Returns whether all of it is gone; a loop, since there may be many watches that are asked often. */
    public boolean isGone() {
        for (Reference<?> trace : traces) {
            if (!trace.refersTo(null)) {
                return false;
            }
        }
        return true;
    }

    /** Returns references to what is watched, which do not hold it. */
    public List<Reference<?>> traces() {
        return traces;
    }

    boolean isRequesting() {
        return terms.requesting() && !told && hasBegun();
    }

    /** Returns whether it cannot wait for others to share a canary. */
    boolean isUrgent() {
        return terms.requesting() || terms.limit().compareTo(BOUNDLESS) < 0;
    }

    /** Returns the time until it has to be looked at in any case. */
    Duration remaining() {
        if (told) {
            return BOUNDLESS;
        }
        return hasBegun() ? deadline.remaining() : terms.delay().minus(deadline.elapsed());
    }

    boolean needsCanary() {
        return canary == null && hasBegun();
    }

    boolean hasOutlivedCanary() {
        return canary != null && canary.isGone();
    }

    /** Returns whether nothing more is to be said. */
    boolean isOver() {
        return over;
    }

    /** Compares with {@code next} from now on, which was made after what is watched was dropped. */
    void accompany(Canary next) {
        canary = next;
    }

    /** Returns what is new. */
    Optional<Sighting> look() {
        // in this order: a collection between the two questions takes both
        boolean compared = hasOutlivedCanary();
        boolean gone = isGone();
        if (compared) {
            canary = null;
            outlived = gone ? outlived : outlived + 1;
        }
        if (gone) {
            return found(Sighting.Kind.COLLECTED, "");
        }
        if (told) {
            return Optional.empty();
        }
        if (isCertain()) {
            return found(Sighting.Kind.RETAINED, "");
        }
        return deadline.isPast() ? found(Sighting.Kind.UNCONFIRMED, whyUncertain()) : Optional.empty();
    }

    /** Says what was seen to whoever waits for it, on threads of {@code tellers}. */
    void tell(Sighting seen, Executor tellers) {
        sighting.completeAsync(() -> seen, tellers);
        if (seen.kind() == Sighting.Kind.COLLECTED) {
            collected.completeAsync(() -> seen, tellers);
        } else if (over) {
            tellers.execute(() -> collected.cancel(false));
        }
    }

    /** Returns that watching ended before anything could be said. */
    Sighting givenUp(String reason) {
        over = true;
        return new Sighting(Sighting.Kind.UNCONFIRMED, deadline.elapsed(), outlived, reason);
    }

    private boolean hasBegun() {
        return deadline.elapsed().compareTo(terms.delay()) >= 0;
    }

    private boolean isCertain() {
        return outlived >= terms.enough() && deadline.elapsed().compareTo(terms.certain()) >= 0;
    }

    private String whyUncertain() {
        return outlived == 0
                ? VirtualMachine.running().whyNothingWasUnloaded(terms.requesting())
                : "it outlived " + outlived + (outlived == 1 ? " collection" : " collections") + " in the time given; "
                        + terms.enough() + " in " + terms.certain().toSeconds()
                        + " s would show that something holds it";
    }

    private Optional<Sighting> found(Sighting.Kind kind, String reason) {
        told = true;
        over = kind == Sighting.Kind.COLLECTED || !goingOn;
        return Optional.of(new Sighting(kind, deadline.elapsed(), outlived, reason));
    }
}
