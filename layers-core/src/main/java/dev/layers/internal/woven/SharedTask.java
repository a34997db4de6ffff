package dev.layers.internal.woven;

import java.lang.ref.Reference;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Code of a generation that runs on a thread of everybody's; can be dropped before it begins and interrupted after. */
final class SharedTask implements Runnable, Droppable, CompletableFuture.AsynchronousCompletionTask {
    private @Nullable Runnable code;
    private @Nullable Thread runner;
    private boolean interrupted;
    private boolean dropped;
    private @Nullable Runnable dropping;
    private Runnable over = () -> {};

    SharedTask(Runnable code) {
        this.code = code;
    }

    /** Has {@code bag} forget it when it has run. */
    synchronized void whenOver(WeakBag<SharedTask> bag, Reference<SharedTask> reference) {
        over = () -> bag.remove(reference);
    }

    /** Has {@code action} run when it is dropped, after those that were given before. */
    void whenDropped(Runnable action) {
        if (isDropped(action)) {
            action.run();
        }
    }

    @Override
    public void run() {
        Runnable once = begin();
        if (once != null) {
            try {
                once.run();
            } finally {
                end();
            }
        }
    }

    /** Also drops what its code would have handed on. */
    @Override
    public boolean drop() {
        Runnable waiting;
        Runnable action;
        synchronized (this) {
            waiting = code;
            action = dropping;
            dropped |= waiting != null;
            code = null;
            dropping = null;
        }
        if (waiting == null) {
            return false;
        }
        over.run();
        if (waiting instanceof Droppable next) {
            next.drop();
        }
        if (action != null) {
            action.run();
        }
        return true;
    }

    /** Interrupts the thread that runs the code, and no other; returns whether there is one. */
    synchronized boolean interrupt() {
        if (runner == null) {
            return false;
        }
        interrupted = true;
        runner.interrupt();
        return true;
    }

    /** Returns whether it was interrupted while it ran. */
    synchronized boolean wasInterrupted() {
        return interrupted;
    }

    /** Returns whether it was dropped before; if it yet may be it keeps {@code action} for then. */
    private synchronized boolean isDropped(Runnable action) {
        if (code != null) {
            Runnable earlier = dropping;
            dropping = earlier == null
                    ? action
                    : () -> {
                        earlier.run();
                        action.run();
                    };
        }
        return dropped;
    }

    private synchronized @Nullable Runnable begin() {
        Runnable once = code;
        code = null;
        if (once != null) {
            runner = Thread.currentThread();
            dropping = null;
        }
        return once;
    }

    /** What comes next on this thread is another's and must not find our interrupt. */
    private synchronized void end() {
        runner = null;
        over.run();
        if (interrupted) {
            Thread.interrupted();
        }
    }
}
