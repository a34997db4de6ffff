package dev.layers.internal.woven;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Stands in for the ways into an executor, one of which may be the pool that everybody shares. */
public final class WovenPool {
    private WovenPool() {}

    /** As that of the JDK. */
    public static void execute(Executor executor, Runnable code) {
        if (isShared(executor)) {
            executor.execute(Workers.current().task(code));
        } else {
            executor.execute(code);
        }
    }

    /** As that of the JDK. */
    public static void execute(ExecutorService executor, Runnable code) {
        execute((Executor) executor, code);
    }

    /** As that of the JDK. */
    public static void execute(ForkJoinPool pool, Runnable code) {
        execute((Executor) pool, code);
    }

    /** As that of the JDK. */
    public static Future<?> submit(ExecutorService executor, Runnable code) {
        return isShared(executor) ? submitted(code, executor::submit) : executor.submit(code);
    }

    /** As that of the JDK. */
    public static <T> Future<T> submit(ExecutorService executor, Callable<T> code) {
        return executor instanceof ForkJoinPool pool ? submit(pool, code) : executor.submit(code);
    }

    /** As that of the JDK. */
    public static ForkJoinTask<?> submit(ForkJoinPool pool, Runnable code) {
        return isShared(pool) ? submitted(code, pool::submit) : pool.submit(code);
    }

    /** As that of the JDK. */
    public static <T> ForkJoinTask<T> submit(ForkJoinPool pool, Callable<T> code) {
        if (!isShared(pool)) {
            return pool.submit(code);
        }
        SharedCall<T> call = new SharedCall<>(Workers.current(), code);
        ForkJoinTask<T> future = pool.submit(call);
        call.whenDropped(() -> future.cancel(false));
        return future;
    }

    /** As that of the JDK. */
    public static <T> Future<T> submit(ExecutorService executor, Runnable code, T value) {
        return executor instanceof ForkJoinPool pool ? submit(pool, code, value) : executor.submit(code, value);
    }

    /** As that of the JDK. */
    public static <T> ForkJoinTask<T> submit(ForkJoinPool pool, Runnable code, T value) {
        return isShared(pool) ? submit(pool, Executors.callable(code, value)) : pool.submit(code, value);
    }

    /** The JDK has a pool for all, and a way around it where that would have but one thread. */
    static boolean isShared(Executor executor) {
        return executor.equals(ForkJoinPool.commonPool())
                || executor.equals(new CompletableFuture<>().defaultExecutor());
    }

    private static <F extends Future<?>> F submitted(Runnable code, Function<Runnable, F> submit) {
        SharedTask task = Workers.current().task(code);
        F future = submit.apply(task);
        task.whenDropped(() -> future.cancel(false));
        return future;
    }
}
