package dev.layers.internal.woven;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Stands in for {@code CompletableFuture} where a class of a module extends it.
 *
 * @param <T> what it comes to
 */
public class WovenCompletableFuture<T> extends CompletableFuture<T> {
    /** As that of the JDK. */
    public WovenCompletableFuture() {}

    /** As that of the JDK. */
    public static CompletableFuture<Void> runAsync(Runnable action) {
        return WovenFuture.runAsync(action);
    }

    /** As that of the JDK. */
    public static CompletableFuture<Void> runAsync(Runnable action, Executor executor) {
        return WovenFuture.runAsync(action, executor);
    }

    /** As that of the JDK. */
    public static <U> CompletableFuture<U> supplyAsync(Supplier<U> supplier) {
        return WovenFuture.supplyAsync(supplier);
    }

    /** As that of the JDK. */
    public static <U> CompletableFuture<U> supplyAsync(Supplier<U> supplier, Executor executor) {
        return WovenFuture.supplyAsync(supplier, executor);
    }

    /** As that of the JDK. */
    public static Executor delayedExecutor(long delay, TimeUnit unit) {
        return WovenFuture.delayedExecutor(delay, unit);
    }

    /** As that of the JDK. */
    public static Executor delayedExecutor(long delay, TimeUnit unit, Executor executor) {
        return WovenFuture.delayedExecutor(delay, unit, executor);
    }

    @Override
    public CompletableFuture<T> orTimeout(long timeout, TimeUnit unit) {
        return Completions.timed(this, new Delay(timeout, unit), () -> completeExceptionally(new TimeoutException()));
    }

    @Override
    public CompletableFuture<T> completeOnTimeout(T value, long timeout, TimeUnit unit) {
        return Completions.timed(this, new Delay(timeout, unit), () -> complete(value));
    }
}
