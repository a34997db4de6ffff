package dev.layers.internal.woven;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Stands in for the methods of {@code CompletableFuture} that run code where everybody's runs, or later. */
public final class WovenFuture {
    private WovenFuture() {}

    /** As that of the JDK. */
    public static CompletableFuture<Void> runAsync(Runnable action) {
        return runAsync(action, new CompletableFuture<>().defaultExecutor());
    }

    /** As that of the JDK. */
    public static CompletableFuture<Void> runAsync(Runnable action, Executor executor) {
        return Completions.begun(executor, shared -> CompletableFuture.runAsync(action, shared));
    }

    /** As that of the JDK. */
    public static <T> CompletableFuture<T> supplyAsync(Supplier<T> supplier) {
        return supplyAsync(supplier, new CompletableFuture<>().defaultExecutor());
    }

    /** As that of the JDK. */
    public static <T> CompletableFuture<T> supplyAsync(Supplier<T> supplier, Executor executor) {
        return Completions.begun(executor, shared -> CompletableFuture.supplyAsync(supplier, shared));
    }

    /** As that of the JDK. */
    public static <T> CompletableFuture<T> completeAsync(CompletableFuture<T> future, Supplier<? extends T> supplier) {
        return Completions.begun(
                future, () -> future.completeAsync(supplier), shared -> future.completeAsync(supplier, shared));
    }

    /** As that of the JDK. */
    public static <T> CompletableFuture<T> completeAsync(
            CompletableFuture<T> future, Supplier<? extends T> supplier, Executor executor) {
        return Completions.begun(future, executor, shared -> future.completeAsync(supplier, shared));
    }

    /** As that of the JDK. */
    public static Executor delayedExecutor(long delay, TimeUnit unit) {
        return delayedExecutor(delay, unit, new CompletableFuture<>().defaultExecutor());
    }

    /** As that of the JDK. */
    public static Executor delayedExecutor(long delay, TimeUnit unit, Executor executor) {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(executor);
        Workers workers = Workers.current();
        // what runs in an executor that the code names is what it hands there, which may be ordered
        Executor target = WovenPool.isShared(executor) ? new SharedExecutor(workers, executor) : executor;
        return code -> Completions.after(workers, new Delay(delay, unit), new Completions.Later(target, code));
    }

    /** As that of the JDK. */
    public static <T> CompletableFuture<T> orTimeout(CompletableFuture<T> future, long timeout, TimeUnit unit) {
        return Completions.isOfTheJdk(future)
                ? Completions.timed(
                        future, new Delay(timeout, unit), () -> future.completeExceptionally(new TimeoutException()))
                : future.orTimeout(timeout, unit);
    }

    /** As that of the JDK. */
    public static <T> CompletableFuture<T> completeOnTimeout(
            CompletableFuture<T> future, T value, long timeout, TimeUnit unit) {
        return Completions.isOfTheJdk(future)
                ? Completions.timed(future, new Delay(timeout, unit), () -> future.complete(value))
                : future.completeOnTimeout(value, timeout, unit);
    }

    /** As that of the JDK. */
    public static <T, U> CompletableFuture<U> thenApplyAsync(
            CompletableFuture<T> future, Function<? super T, ? extends U> function) {
        return Completions.begun(
                future, () -> future.thenApplyAsync(function), shared -> future.thenApplyAsync(function, shared));
    }

    /** As that of the JDK. */
    public static <T, U> CompletableFuture<U> thenApplyAsync(
            CompletableFuture<T> future, Function<? super T, ? extends U> function, Executor executor) {
        return Completions.begun(future, executor, shared -> future.thenApplyAsync(function, shared));
    }

    /** As that of the JDK. */
    public static <T> CompletableFuture<Void> thenAcceptAsync(CompletableFuture<T> future, Consumer<? super T> action) {
        return Completions.begun(
                future, () -> future.thenAcceptAsync(action), shared -> future.thenAcceptAsync(action, shared));
    }

    /** As that of the JDK. */
    public static <T> CompletableFuture<Void> thenAcceptAsync(
            CompletableFuture<T> future, Consumer<? super T> action, Executor executor) {
        return Completions.begun(future, executor, shared -> future.thenAcceptAsync(action, shared));
    }

    /** As that of the JDK. */
    public static <T> CompletableFuture<Void> thenRunAsync(CompletableFuture<T> future, Runnable action) {
        return Completions.begun(
                future, () -> future.thenRunAsync(action), shared -> future.thenRunAsync(action, shared));
    }

    /** As that of the JDK. */
    public static <T> CompletableFuture<Void> thenRunAsync(
            CompletableFuture<T> future, Runnable action, Executor executor) {
        return Completions.begun(future, executor, shared -> future.thenRunAsync(action, shared));
    }

    /** As that of the JDK. */
    public static <T, U, V> CompletableFuture<V> thenCombineAsync(
            CompletableFuture<T> future,
            CompletionStage<? extends U> other,
            BiFunction<? super T, ? super U, ? extends V> function) {
        return Completions.begun(
                future,
                () -> future.thenCombineAsync(other, function),
                shared -> future.thenCombineAsync(other, function, shared));
    }

    /** As that of the JDK. */
    public static <T, U, V> CompletableFuture<V> thenCombineAsync(
            CompletableFuture<T> future,
            CompletionStage<? extends U> other,
            BiFunction<? super T, ? super U, ? extends V> function,
            Executor executor) {
        return Completions.begun(future, executor, shared -> future.thenCombineAsync(other, function, shared));
    }

    /** As that of the JDK. */
    public static <T, U> CompletableFuture<Void> thenAcceptBothAsync(
            CompletableFuture<T> future, CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> action) {
        return Completions.begun(
                future,
                () -> future.thenAcceptBothAsync(other, action),
                shared -> future.thenAcceptBothAsync(other, action, shared));
    }

    /** As that of the JDK. */
    public static <T, U> CompletableFuture<Void> thenAcceptBothAsync(
            CompletableFuture<T> future,
            CompletionStage<? extends U> other,
            BiConsumer<? super T, ? super U> action,
            Executor executor) {
        return Completions.begun(future, executor, shared -> future.thenAcceptBothAsync(other, action, shared));
    }

    /** As that of the JDK. */
    public static <T> CompletableFuture<Void> runAfterBothAsync(
            CompletableFuture<T> future, CompletionStage<?> other, Runnable action) {
        return Completions.begun(
                future,
                () -> future.runAfterBothAsync(other, action),
                shared -> future.runAfterBothAsync(other, action, shared));
    }

    /** As that of the JDK. */
    public static <T> CompletableFuture<Void> runAfterBothAsync(
            CompletableFuture<T> future, CompletionStage<?> other, Runnable action, Executor executor) {
        return Completions.begun(future, executor, shared -> future.runAfterBothAsync(other, action, shared));
    }

    /** As that of the JDK. */
    public static <T, U> CompletableFuture<U> applyToEitherAsync(
            CompletableFuture<T> future, CompletionStage<? extends T> other, Function<? super T, U> function) {
        return Completions.begun(
                future,
                () -> future.applyToEitherAsync(other, function),
                shared -> future.applyToEitherAsync(other, function, shared));
    }

    /** As that of the JDK. */
    public static <T, U> CompletableFuture<U> applyToEitherAsync(
            CompletableFuture<T> future,
            CompletionStage<? extends T> other,
            Function<? super T, U> function,
            Executor executor) {
        return Completions.begun(future, executor, shared -> future.applyToEitherAsync(other, function, shared));
    }

    /** As that of the JDK. */
    public static <T> CompletableFuture<Void> acceptEitherAsync(
            CompletableFuture<T> future, CompletionStage<? extends T> other, Consumer<? super T> action) {
        return Completions.begun(
                future,
                () -> future.acceptEitherAsync(other, action),
                shared -> future.acceptEitherAsync(other, action, shared));
    }

    /** As that of the JDK. */
    public static <T> CompletableFuture<Void> acceptEitherAsync(
            CompletableFuture<T> future,
            CompletionStage<? extends T> other,
            Consumer<? super T> action,
            Executor executor) {
        return Completions.begun(future, executor, shared -> future.acceptEitherAsync(other, action, shared));
    }

    /** As that of the JDK. */
    public static <T> CompletableFuture<Void> runAfterEitherAsync(
            CompletableFuture<T> future, CompletionStage<?> other, Runnable action) {
        return Completions.begun(
                future,
                () -> future.runAfterEitherAsync(other, action),
                shared -> future.runAfterEitherAsync(other, action, shared));
    }

    /** As that of the JDK. */
    public static <T> CompletableFuture<Void> runAfterEitherAsync(
            CompletableFuture<T> future, CompletionStage<?> other, Runnable action, Executor executor) {
        return Completions.begun(future, executor, shared -> future.runAfterEitherAsync(other, action, shared));
    }

    /** As that of the JDK. */
    public static <T, U> CompletableFuture<U> thenComposeAsync(
            CompletableFuture<T> future, Function<? super T, ? extends CompletionStage<U>> function) {
        return Completions.begun(
                future, () -> future.thenComposeAsync(function), shared -> future.thenComposeAsync(function, shared));
    }

    /** As that of the JDK. */
    public static <T, U> CompletableFuture<U> thenComposeAsync(
            CompletableFuture<T> future,
            Function<? super T, ? extends CompletionStage<U>> function,
            Executor executor) {
        return Completions.begun(future, executor, shared -> future.thenComposeAsync(function, shared));
    }

    /** As that of the JDK. */
    public static <T, U> CompletableFuture<U> handleAsync(
            CompletableFuture<T> future, BiFunction<? super T, Throwable, ? extends U> function) {
        return Completions.begun(
                future, () -> future.handleAsync(function), shared -> future.handleAsync(function, shared));
    }

    /** As that of the JDK. */
    public static <T, U> CompletableFuture<U> handleAsync(
            CompletableFuture<T> future, BiFunction<? super T, Throwable, ? extends U> function, Executor executor) {
        return Completions.begun(future, executor, shared -> future.handleAsync(function, shared));
    }

    /** As that of the JDK. */
    public static <T> CompletableFuture<T> whenCompleteAsync(
            CompletableFuture<T> future, BiConsumer<? super T, ? super Throwable> action) {
        return Completions.begun(
                future, () -> future.whenCompleteAsync(action), shared -> future.whenCompleteAsync(action, shared));
    }

    /** As that of the JDK. */
    public static <T> CompletableFuture<T> whenCompleteAsync(
            CompletableFuture<T> future, BiConsumer<? super T, ? super Throwable> action, Executor executor) {
        return Completions.begun(future, executor, shared -> future.whenCompleteAsync(action, shared));
    }

    /** As that of the JDK. */
    public static <T> CompletableFuture<T> exceptionallyAsync(
            CompletableFuture<T> future, Function<Throwable, ? extends T> function) {
        return Completions.begun(
                future,
                () -> future.exceptionallyAsync(function),
                shared -> future.exceptionallyAsync(function, shared));
    }

    /** As that of the JDK. */
    public static <T> CompletableFuture<T> exceptionallyAsync(
            CompletableFuture<T> future, Function<Throwable, ? extends T> function, Executor executor) {
        return Completions.begun(future, executor, shared -> future.exceptionallyAsync(function, shared));
    }

    /** As that of the JDK. */
    public static <T> CompletableFuture<T> exceptionallyComposeAsync(
            CompletableFuture<T> future, Function<Throwable, ? extends CompletionStage<T>> function) {
        return Completions.begun(
                future,
                () -> future.exceptionallyComposeAsync(function),
                shared -> future.exceptionallyComposeAsync(function, shared));
    }

    /** As that of the JDK. */
    public static <T> CompletableFuture<T> exceptionallyComposeAsync(
            CompletableFuture<T> future,
            Function<Throwable, ? extends CompletionStage<T>> function,
            Executor executor) {
        return Completions.begun(future, executor, shared -> future.exceptionallyComposeAsync(function, shared));
    }
}
