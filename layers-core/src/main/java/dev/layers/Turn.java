package dev.layers;

import dev.layers.internal.time.Deadline;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets operations on one module run one after the other; nobody waits longer than the limit. */
final class Turn {
    private final Semaphore free = new Semaphore(1);
    private final String module;
    private final Duration limit;

    Turn(String module, Duration limit) {
        this.module = module;
        this.limit = limit;
    }

    /** Runs {@code operation} when no other runs. */
    <T> T take(Supplier<T> operation) {
        if (!Deadline.in(limit).await(free::tryAcquire)) {
            throw busy();
        }
        try {
            return operation.get();
        } finally {
            free.release();
        }
    }

    Duration limit() {
        return limit;
    }

    ModuleBusyException busy() {
        return new ModuleBusyException("Module '" + module + "': another operation has not ended within "
                + Text.of(limit) + "; wait for it and ask again");
    }
}
