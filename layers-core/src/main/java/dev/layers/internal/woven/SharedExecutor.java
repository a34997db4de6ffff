package dev.layers.internal.woven;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/** Runs what a generation gives it where the JDK would, as tasks that can be dropped. */
final class SharedExecutor implements Executor {
    private final Workers workers;
    private final Executor given;
    private final boolean isShared;
    private final CompletableFuture<Void> dropped = new CompletableFuture<>();

    /** Makes one around an executor; the tasks of one that everybody shares are recorded. */
    SharedExecutor(Workers workers, Executor given) {
        this.workers = workers;
        this.given = given.equals(ForkJoinPool.commonPool()) ? new CompletableFuture<>().defaultExecutor() : given;
        this.isShared = WovenPool.isShared(given);
    }

    /** Returns one for the generation whose code runs. */
    static SharedExecutor around(Executor given) {
        return new SharedExecutor(Workers.current(), Objects.requireNonNull(given));
    }

    /** Has {@code action} run when a task is dropped. */
    @SuppressWarnings("FutureReturnValueIgnored") // an action tells its own failures
    void whenDropped(Runnable action) {
        dropped.thenRun(action);
    }

    @Override
    public void execute(Runnable code) {
        SharedTask task = isShared ? workers.task(code) : new SharedTask(code);
        task.whenDropped(() -> dropped.complete(null));
        given.execute(given instanceof ForkJoinPool ? new SharedStep(task) : task);
    }
}
