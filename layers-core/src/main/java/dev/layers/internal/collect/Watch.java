package dev.layers.internal.collect;

import dev.layers.internal.time.Deadline;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One dropped thing that is watched: references that do not hold it, and how many canaries it has outlived. */
final class Watch {
    /** Finalizers and cleaners take a second collection; a fourth leaves no doubt, given time. */
    static final int ENOUGH = 4;

    /** A compilation of the module's code that is under way holds its classes for as long as it takes. */
    static final Duration CERTAIN = Duration.ofSeconds(2);

    private final List<Reference<?>> traces;
    private final boolean requesting;
    private final Deadline deadline;
    private final CompletableFuture<Sighting> sighting = new CompletableFuture<>();
    private @Nullable Canary canary;
    private int outlived;

    Watch(List<? extends Reference<?>> traces, boolean requesting, Duration limit) {
        this.traces = List.copyOf(traces);
        this.requesting = requesting;
        this.deadline = Deadline.in(limit);
    }

    CompletableFuture<Sighting> sighting() {
        return sighting;
    }

    boolean isRequesting() {
        return requesting;
    }

    Duration remaining() {
        return deadline.remaining();
    }

    boolean needsCanary() {
        return canary == null;
    }

    boolean hasOutlivedCanary() {
        return canary != null && canary.isGone();
    }

    /** Compares with {@code next} from now on, which was made after what is watched was dropped. */
    void accompany(Canary next) {
        canary = next;
    }

    /** Returns what can be said now. */
    Optional<Sighting> look() {
        if (hasOutlivedCanary()) {
            canary = null;
            outlived++;
        }
        if (traces.stream().allMatch(trace -> trace.refersTo(null))) {
            return found(Sighting.Kind.COLLECTED, "");
        }
        if (isCertain()) {
            return found(Sighting.Kind.RETAINED, "");
        }
        return deadline.isPast() ? found(Sighting.Kind.UNCONFIRMED, whyUncertain()) : Optional.empty();
    }

    private String whyUncertain() {
        return outlived == 0
                ? VirtualMachine.whyNothingWasCollected()
                : "it outlived " + outlived + " collections in the time given; " + ENOUGH + " in " + CERTAIN.toSeconds()
                        + " s would show that something holds it";
    }

    private boolean isCertain() {
        return outlived >= ENOUGH && deadline.elapsed().compareTo(CERTAIN) >= 0;
    }

    /** Returns that watching ended before anything could be said. */
    Sighting givenUp(String reason) {
        return new Sighting(Sighting.Kind.UNCONFIRMED, deadline.elapsed(), outlived, reason);
    }

    private Optional<Sighting> found(Sighting.Kind kind, String reason) {
        return Optional.of(new Sighting(kind, deadline.elapsed(), outlived, reason));
    }
}
