package dev.layers;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * What will be known of something that an {@link UnloadProbe} follows. Completing or cancelling the futures changes
 * nothing for anybody else.
 *
 * @param verdict completes normally with what can be said first
 * @param collected completes when the JVM has let it go, with the verdict or later: what was retained by something that
 *     ends by itself, or unconfirmed for want of a collection, may still go. It is cancelled when the probe is closed
 * @since 0.1
 */
public record Watched(CompletableFuture<Verdict> verdict, CompletableFuture<Verdict.Collected> collected) {
    /** Checks the components. */
    public Watched {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(collected, "collected");
    }

    /**
     * Returns the verdict to come.
     *
     * @return a future that completes normally
     */
    @Override
    public CompletableFuture<Verdict> verdict() {
        return verdict.copy();
    }

    /**
     * Returns the collection to come.
     *
     * @return a future that completes when it is collected, or is cancelled when nobody looks any longer
     */
    @Override
    public CompletableFuture<Verdict.Collected> collected() {
        return follower(collected);
    }

    /** Returns a future that follows {@code source} and, other than a copy, is cancelled with it. */
    @SuppressWarnings("FutureReturnValueIgnored") // what it leads to is returned
    static <T> CompletableFuture<T> follower(CompletableFuture<T> source) {
        CompletableFuture<T> follower = new CompletableFuture<>();
        source.whenComplete((value, ended) -> {
            if (ended == null) {
                follower.complete(value);
            } else {
                follower.completeExceptionally(new WatchEndedException());
            }
        });
        return follower;
    }
}
