package dev.layers.internal.thread;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads that may enter one generation while its gate is closed: those it asked the manager for, and those that run
 * its hooks.
 */
public final class OwnThreads {
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();
    private final BooleanSupplier isInside;
    private volatile @Nullable ManagedThreads managed;

    /**
     * Begins with the threads that {@code managed} makes.
     *
     * @param isInside whether the current thread is inside a call, and so may enter whosever it is
     */
    public OwnThreads(ManagedThreads managed, BooleanSupplier isInside) {
        this.managed = managed;
        this.isInside = isInside;
    }

    /** Returns whether the current thread may enter; to look at its stack costs more, and is left for last. */
    public boolean mayEnter() {
        return isCurrent() || isInside.getAsBoolean();
    }

    private boolean isCurrent() {
        Thread current = Thread.currentThread();
        ManagedThreads maker = managed;
        return running.contains(current) || (maker != null && maker.isMakerOf(current));
    }

    /** Returns {@code code} with its thread among them while it runs. */
    public <T> Callable<T> running(Callable<T> code) {
        return () -> {
            running.add(Thread.currentThread());
            try {
                return code.call();
            } finally {
                running.remove(Thread.currentThread());
            }
        };
    }

    /** Lets go of all, also of those that still run. */
    public void forget() {
        managed = null;
        running.clear();
    }
}
