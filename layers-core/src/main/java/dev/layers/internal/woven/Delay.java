package dev.layers.internal.woven;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * How long something waits on the JDK's clock.
 *
 * @param time the time
 * @param unit its unit
 */
record Delay(long time, TimeUnit unit) {
    /** Runs {@code task} when the time is over; if it is dropped the clock forgets it. */
    @SuppressWarnings("FutureReturnValueIgnored") // a task tells its own failures
    void run(SharedTask task) {
        CompletableFuture<Boolean> clock = new CompletableFuture<>();
        task.whenDropped(() -> clock.complete(false));
        // a completed clock is taken from the JDK's queue, together with what depends on it
        clock.thenAccept(isOver -> {
            if (isOver) {
                task.run();
            }
        });
        clock.completeOnTimeout(true, time, unit);
    }
}
