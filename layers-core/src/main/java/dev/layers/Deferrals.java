package dev.layers;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Which changes were put off, and until when; for one thread. */
final class Deferrals {
    /** As good as for ever, and no sum of nanoseconds overflows. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final Announcer announcer;
    private final Asking asking;
    private final LongSupplier nanoTime;
    private final Map<Deferred, Until> ends = new HashMap<>();
    private final Set<Deferred> asked = new HashSet<>();

    /** What makes a change the same that was put off. */
    private record Deferred(Change.Kind kind, String module, Optional<String> to) {}

    /**
     * Who is asked.
     *
     * @param function answers how long a change is put off
     * @param shortest how long it is at the least before it is asked of again
     */
    record Asking(Function<? super Change, Duration> function, Duration shortest) {}

    /** When a change is asked of again, and how long that was told to be. */
    private record Until(long end, Duration told) {}

    Deferrals(Announcer announcer, Asking asking, LongSupplier nanoTime) {
        this.announcer = announcer;
        this.asking = asking;
        this.nanoTime = nanoTime;
    }

    /** Does {@code work}, which asks of every change that is to be made; what it does not ask of is not put off any longer. */
    <T> T during(Supplier<T> work) {
        asked.clear();
        T result = work.get();
        ends.keySet().retainAll(asked);
        return result;
    }

    /** Returns whether {@code change} is made now; asks unless it was put off and the time is not over. */
    boolean isNow(Change change) {
        Deferred deferred = new Deferred(change.kind(), change.module(), change.to());
        asked.add(deferred);
        Until until = ends.get(deferred);
        if (until != null && until.end() - nanoTime.getAsLong() > 0) {
            return false;
        }
        Duration wait = ask(change);
        if (wait.compareTo(Duration.ZERO) <= 0) {
            ends.remove(deferred);
            return true;
        }
        ends.put(deferred, new Until(nanoTime.getAsLong() + wait.toNanos(), wait));
        if (until == null || !until.told().equals(wait)) {
            announcer.announce(new LayerEvent.Planned(change, wait));
        }
        return false;
    }

    private Duration ask(Change change) {
        try {
            Duration wait = asking.function().apply(change);
            if (wait.compareTo(Duration.ZERO) <= 0) {
                return Duration.ZERO;
            }
            Duration floored = wait.compareTo(asking.shortest()) < 0 ? asking.shortest() : wait;
            return floored.compareTo(LONGEST) > 0 ? LONGEST : floored;
        } catch (RuntimeException | Error failed) {
            announcer.warn("Asking when to make a change failed at " + change + "; it is made now", failed);
            return Duration.ZERO;
        }
    }

    /** Returns whether it is time to ask again. */
    boolean isDue() {
        return ends.values().stream().anyMatch(until -> until.end() - nanoTime.getAsLong() <= 0);
    }

    /** Returns the time until the first one is asked of again, a millisecond or more. */
    Optional<Duration> next() {
        return ends.values().stream()
                .map(until -> Duration.ofNanos(until.end() - nanoTime.getAsLong()))
                .map(wait -> wait.toMillis() < 1 ? Duration.ofMillis(1) : wait)
                .min(Duration::compareTo);
    }
}
