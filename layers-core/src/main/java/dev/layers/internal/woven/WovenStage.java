package dev.layers.internal.woven;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Stands in for the methods of {@code CompletionStage} that run code where everybody's runs; other stages run it as they like. */
public final class WovenStage {
    private WovenStage() {}

    /** As that of the JDK. */
    public static <T, U> CompletionStage<U> thenApplyAsync(
            CompletionStage<T> stage, Function<? super T, ? extends U> function) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.thenApplyAsync(future, function)
                : stage.thenApplyAsync(function);
    }

    /** As that of the JDK. */
    public static <T, U> CompletionStage<U> thenApplyAsync(
            CompletionStage<T> stage, Function<? super T, ? extends U> function, Executor executor) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.thenApplyAsync(future, function, executor)
                : stage.thenApplyAsync(function, executor);
    }

    /** As that of the JDK. */
    public static <T> CompletionStage<Void> thenAcceptAsync(CompletionStage<T> stage, Consumer<? super T> action) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.thenAcceptAsync(future, action)
                : stage.thenAcceptAsync(action);
    }

    /** As that of the JDK. */
    public static <T> CompletionStage<Void> thenAcceptAsync(
            CompletionStage<T> stage, Consumer<? super T> action, Executor executor) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.thenAcceptAsync(future, action, executor)
                : stage.thenAcceptAsync(action, executor);
    }

    /** As that of the JDK. */
    public static <T> CompletionStage<Void> thenRunAsync(CompletionStage<T> stage, Runnable action) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.thenRunAsync(future, action)
                : stage.thenRunAsync(action);
    }

    /** As that of the JDK. */
    public static <T> CompletionStage<Void> thenRunAsync(CompletionStage<T> stage, Runnable action, Executor executor) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.thenRunAsync(future, action, executor)
                : stage.thenRunAsync(action, executor);
    }

    /** As that of the JDK. */
    public static <T, U, V> CompletionStage<V> thenCombineAsync(
            CompletionStage<T> stage,
            CompletionStage<? extends U> other,
            BiFunction<? super T, ? super U, ? extends V> function) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.thenCombineAsync(future, other, function)
                : stage.thenCombineAsync(other, function);
    }

    /** As that of the JDK. */
    public static <T, U, V> CompletionStage<V> thenCombineAsync(
            CompletionStage<T> stage,
            CompletionStage<? extends U> other,
            BiFunction<? super T, ? super U, ? extends V> function,
            Executor executor) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.thenCombineAsync(future, other, function, executor)
                : stage.thenCombineAsync(other, function, executor);
    }

    /** As that of the JDK. */
    public static <T, U> CompletionStage<Void> thenAcceptBothAsync(
            CompletionStage<T> stage, CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> action) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.thenAcceptBothAsync(future, other, action)
                : stage.thenAcceptBothAsync(other, action);
    }

    /** As that of the JDK. */
    public static <T, U> CompletionStage<Void> thenAcceptBothAsync(
            CompletionStage<T> stage,
            CompletionStage<? extends U> other,
            BiConsumer<? super T, ? super U> action,
            Executor executor) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.thenAcceptBothAsync(future, other, action, executor)
                : stage.thenAcceptBothAsync(other, action, executor);
    }

    /** As that of the JDK. */
    public static <T> CompletionStage<Void> runAfterBothAsync(
            CompletionStage<T> stage, CompletionStage<?> other, Runnable action) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.runAfterBothAsync(future, other, action)
                : stage.runAfterBothAsync(other, action);
    }

    /** As that of the JDK. */
    public static <T> CompletionStage<Void> runAfterBothAsync(
            CompletionStage<T> stage, CompletionStage<?> other, Runnable action, Executor executor) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.runAfterBothAsync(future, other, action, executor)
                : stage.runAfterBothAsync(other, action, executor);
    }

    /** As that of the JDK. */
    public static <T, U> CompletionStage<U> applyToEitherAsync(
            CompletionStage<T> stage, CompletionStage<? extends T> other, Function<? super T, U> function) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.applyToEitherAsync(future, other, function)
                : stage.applyToEitherAsync(other, function);
    }

    /** As that of the JDK. */
    public static <T, U> CompletionStage<U> applyToEitherAsync(
            CompletionStage<T> stage,
            CompletionStage<? extends T> other,
            Function<? super T, U> function,
            Executor executor) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.applyToEitherAsync(future, other, function, executor)
                : stage.applyToEitherAsync(other, function, executor);
    }

    /** As that of the JDK. */
    public static <T> CompletionStage<Void> acceptEitherAsync(
            CompletionStage<T> stage, CompletionStage<? extends T> other, Consumer<? super T> action) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.acceptEitherAsync(future, other, action)
                : stage.acceptEitherAsync(other, action);
    }

    /** As that of the JDK. */
    public static <T> CompletionStage<Void> acceptEitherAsync(
            CompletionStage<T> stage,
            CompletionStage<? extends T> other,
            Consumer<? super T> action,
            Executor executor) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.acceptEitherAsync(future, other, action, executor)
                : stage.acceptEitherAsync(other, action, executor);
    }

    /** As that of the JDK. */
    public static <T> CompletionStage<Void> runAfterEitherAsync(
            CompletionStage<T> stage, CompletionStage<?> other, Runnable action) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.runAfterEitherAsync(future, other, action)
                : stage.runAfterEitherAsync(other, action);
    }

    /** As that of the JDK. */
    public static <T> CompletionStage<Void> runAfterEitherAsync(
            CompletionStage<T> stage, CompletionStage<?> other, Runnable action, Executor executor) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.runAfterEitherAsync(future, other, action, executor)
                : stage.runAfterEitherAsync(other, action, executor);
    }

    /** As that of the JDK. */
    public static <T, U> CompletionStage<U> thenComposeAsync(
            CompletionStage<T> stage, Function<? super T, ? extends CompletionStage<U>> function) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.thenComposeAsync(future, function)
                : stage.thenComposeAsync(function);
    }

    /** As that of the JDK. */
    public static <T, U> CompletionStage<U> thenComposeAsync(
            CompletionStage<T> stage, Function<? super T, ? extends CompletionStage<U>> function, Executor executor) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.thenComposeAsync(future, function, executor)
                : stage.thenComposeAsync(function, executor);
    }

    /** As that of the JDK. */
    public static <T, U> CompletionStage<U> handleAsync(
            CompletionStage<T> stage, BiFunction<? super T, Throwable, ? extends U> function) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.handleAsync(future, function)
                : stage.handleAsync(function);
    }

    /** As that of the JDK. */
    public static <T, U> CompletionStage<U> handleAsync(
            CompletionStage<T> stage, BiFunction<? super T, Throwable, ? extends U> function, Executor executor) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.handleAsync(future, function, executor)
                : stage.handleAsync(function, executor);
    }

    /** As that of the JDK. */
    public static <T> CompletionStage<T> whenCompleteAsync(
            CompletionStage<T> stage, BiConsumer<? super T, ? super Throwable> action) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.whenCompleteAsync(future, action)
                : stage.whenCompleteAsync(action);
    }

    /** As that of the JDK. */
    public static <T> CompletionStage<T> whenCompleteAsync(
            CompletionStage<T> stage, BiConsumer<? super T, ? super Throwable> action, Executor executor) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.whenCompleteAsync(future, action, executor)
                : stage.whenCompleteAsync(action, executor);
    }

    /** As that of the JDK. */
    public static <T> CompletionStage<T> exceptionallyAsync(
            CompletionStage<T> stage, Function<Throwable, ? extends T> function) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.exceptionallyAsync(future, function)
                : stage.exceptionallyAsync(function);
    }

    /** As that of the JDK. */
    public static <T> CompletionStage<T> exceptionallyAsync(
            CompletionStage<T> stage, Function<Throwable, ? extends T> function, Executor executor) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.exceptionallyAsync(future, function, executor)
                : stage.exceptionallyAsync(function, executor);
    }

    /** As that of the JDK. */
    public static <T> CompletionStage<T> exceptionallyComposeAsync(
            CompletionStage<T> stage, Function<Throwable, ? extends CompletionStage<T>> function) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.exceptionallyComposeAsync(future, function)
                : stage.exceptionallyComposeAsync(function);
    }

    /** As that of the JDK. */
    public static <T> CompletionStage<T> exceptionallyComposeAsync(
            CompletionStage<T> stage, Function<Throwable, ? extends CompletionStage<T>> function, Executor executor) {
        return stage instanceof CompletableFuture<T> future
                ? WovenFuture.exceptionallyComposeAsync(future, function, executor)
                : stage.exceptionallyComposeAsync(function, executor);
    }
}
