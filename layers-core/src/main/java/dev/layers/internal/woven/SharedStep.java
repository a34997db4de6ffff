package dev.layers.internal.woven;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinTask;
import org.jspecify.annotations.Nullable;

/** A task of a completion as the common pool wants it, so that whoever waits for a completion helps with these as ever. */
final class SharedStep extends ForkJoinTask<Void> implements Runnable, CompletableFuture.AsynchronousCompletionTask {
    private static final long serialVersionUID = 1L;

    private final transient SharedTask task;

    SharedStep(SharedTask task) {
        this.task = task;
    }

    @Override
    public void run() {
        task.run();
    }

    @Override
    protected boolean exec() {
        task.run();
        return false;
    }

    @Override
    public boolean cancel(boolean interrupting) {
        task.drop();
        return super.cancel(interrupting);
    }

    @Override
    public @Nullable Void getRawResult() {
        return null;
    }

    @Override
    protected void setRawResult(@Nullable Void value) {}
}
