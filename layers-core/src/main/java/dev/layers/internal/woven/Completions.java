package dev.layers.internal.woven;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** Begins what futures do elsewhere or later; what others made of futures and executors goes on as it is written. */
final class Completions {
    private static final Set<String> KNOWN =
            Set.of(CompletableFuture.class.getPackageName(), Completions.class.getPackageName());

    private Completions() {}

    /** Begins a step of a future where its steps run by default. */
    static <F extends CompletableFuture<?>> F begun(
            CompletableFuture<?> future, Supplier<F> written, Function<Executor, F> start) {
        return isOfTheJdk(future) ? begun(future.defaultExecutor(), start) : written.get();
    }

    /** Begins a step of a future in an executor that the code names. */
    static <F extends CompletableFuture<?>> F begun(
            CompletableFuture<?> future, Executor executor, Function<Executor, F> start) {
        return isOfTheJdk(future) ? begun(executor, start) : start.apply(executor);
    }

    /** Begins what is recorded if its executor is known; whoever waits for what is dropped must not wait for ever. */
    static <F extends CompletableFuture<?>> F begun(Executor executor, Function<Executor, F> start) {
        if (!KNOWN.contains(executor.getClass().getPackageName())) {
            return start.apply(executor);
        }
        SharedExecutor shared = SharedExecutor.around(executor);
        F future = start.apply(shared);
        shared.whenDropped(() -> future.cancel(false));
        return future;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // dropping a task does not fail
    static <T> CompletableFuture<T> timed(CompletableFuture<T> future, Delay delay, Runnable action) {
        Objects.requireNonNull(delay.unit());
        if (!future.isDone()) {
            SharedTask task = after(Workers.current(), delay, action);
            future.whenComplete((value, failure) -> task.drop());
        }
        return future;
    }

    static SharedTask after(Workers workers, Delay delay, Runnable action) {
        SharedTask task = workers.task(action);
        delay.run(task);
        return task;
    }

    /** A subclass may have methods of its own, which the code means. */
    static boolean isOfTheJdk(CompletableFuture<?> future) {
        return future.getClass().equals(CompletableFuture.class);
    }

    /** Hands code on when its time has come. */
    record Later(Executor executor, Runnable code) implements Runnable, Droppable {
        @Override
        public void run() {
            executor.execute(code);
        }

        @Override
        public boolean drop() {
            return code instanceof Droppable waiting && waiting.drop();
        }
    }
}
