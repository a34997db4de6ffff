package dev.layers;

import dev.layers.internal.time.Deadline;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/**
 * How a generation waits for an earlier one to be collected that has what only one can have.
 *
 * <p>Who waits is a start hook, mostly: half of the time of hooks leaves it the rest to say what went wrong.
 */
record SuccessorWait(Judge judge, UnloadPolicy unloadPolicy) implements Predicate<Reference<?>> {
    @Override
    public boolean test(Reference<?> earlier) {
        if (earlier.refersTo(null)) {
            return true;
        }
        Duration limit = unloadPolicy.hooks().dividedBy(2);
        CountDownLatch seen = new CountDownLatch(1);
        CompletableFuture<?> told = judge.watch(List.of(earlier), limit).thenRun(seen::countDown);
        Deadline.in(limit).await(seen::await);
        told.completeExceptionally(new WatchEndedException());
        return earlier.refersTo(null);
    }
}
