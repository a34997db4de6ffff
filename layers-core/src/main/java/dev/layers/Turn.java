package dev.layers;

import dev.layers.internal.time.Deadline;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets operations on one module run one after the other; nobody waits longer than the limit. */
final class Turn {
    private final Semaphore free = new Semaphore(1, true);
    private final String module;
    private final Duration limit;

    /** The thread whose operation runs; only that thread can find itself here. */
    private volatile @Nullable Thread owner;

    Turn(String module, Duration limit) {
        this.module = module;
        this.limit = limit;
    }

    /** Runs {@code operation} when no other runs. */
    <T> T take(Supplier<T> operation) {
        if (Thread.currentThread().equals(owner)) {
            throw nested();
        }
        if (!Deadline.in(limit).await(free::tryAcquire)) {
            throw busy();
        }
        owner = Thread.currentThread();
        try {
            return operation.get();
        } finally {
            owner = null;
            free.release();
        }
    }

    /** A listener that asks for another operation would wait for the one that told it. */
    ModuleBusyException nested() {
        return new ModuleBusyException("Module '" + module
                + "': asked for from inside another operation on it, by a listener; ask from another thread, or later");
    }

    Duration limit() {
        return limit;
    }

    ModuleBusyException busy() {
        return new ModuleBusyException("Module '" + module + "': another operation has not ended within "
                + Text.of(limit) + "; wait for it and ask again");
    }
}
