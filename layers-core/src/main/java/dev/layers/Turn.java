package dev.layers;

import dev.layers.internal.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets operations that change one module run one after the other, and beside none that builds upon it; nobody waits longer
 * than the limit.
 */
final class Turn {
    private final Semaphore free = new Semaphore(Use.ALONE.places, true);
    private final String module;
    private final Duration limit;

    /** The threads whose operations run; only those, and what works for them, can find themselves here. */
    private final Set<Thread> inside = ConcurrentHashMap.newKeySet();

    /** How an operation uses a module. */
    enum Use {
        /** It changes it. */
        ALONE(Integer.MAX_VALUE),
        /** It builds upon it, beside any number of others. */
        SHARED(1);

        private final int places;

        Use(int places) {
            this.places = places;
        }
    }

    Turn(String module, Duration limit) {
        this.module = module;
        this.limit = limit;
    }

    /** Runs {@code operation} when no other runs. */
    <T> T take(Supplier<T> operation) {
        return Turns.take(List.of(this), List.of(), operation);
    }

    /** Runs {@code operation} when none runs but others that share. */
    <T> T share(Supplier<T> operation) {
        return Turns.take(List.of(), List.of(this), operation);
    }

    /** Waits for the turn, and begins it. */
    void begin(Use use, Deadline deadline) {
        if (Hand.askers().anyMatch(inside::contains)) {
            throw nested();
        }
        if (!deadline.await((time, unit) -> free.tryAcquire(use.places, time, unit))) {
            throw busy();
        }
        inside.add(Thread.currentThread());
    }

    /** Ends what the current thread has begun. */
    void end(Use use) {
        inside.remove(Thread.currentThread());
        free.release(use.places);
    }

    /** A listener that asks for another operation would wait for the one that told it. */
    ModuleBusyException nested() {
        return new ModuleBusyException("Module '" + module
                + "': asked for from inside another operation on it, by a listener; ask from another thread, or later");
    }

    String module() {
        return module;
    }

    Duration limit() {
        return limit;
    }

    ModuleBusyException busy() {
        return new ModuleBusyException("Module '" + module + "': another operation has not ended within "
                + Text.of(limit) + "; wait for it and ask again");
    }
}
