package dev.layers.internal.thread;

import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The stacks of all threads; to take them stops every thread, so all who ask before they are taken get the same.
 *
 * <p>Nothing is kept: what was taken is held by those who asked.
 */
public final class Stacks {
    private final ReentrantLock taking = new ReentrantLock();
    private final Supplier<Map<Thread, StackTraceElement[]>> source;
    /** The next to be taken. Guarded by this. */
    private Look next = new Look();

    /** Takes them from the JVM. */
    public Stacks() {
        this(Thread::getAllStackTraces);
    }

    Stacks(Supplier<Map<Thread, StackTraceElement[]>> source) {
        this.source = source;
    }

    /** Returns stacks that were taken after this was called. */
    Map<Thread, StackTraceElement[]> take() {
        Look mine = next();
        taking.lock();
        try {
            if (mine.stacks == null) {
                begin();
                mine.stacks = source.get();
            }
            return mine.stacks;
        } finally {
            taking.unlock();
        }
    }

    /** Returns how many wait, about. */
    int askers() {
        return taking.getQueueLength();
    }

    private synchronized Look next() {
        return next;
    }

    /** Who asks from now on comes too late for the look that begins. */
    private synchronized void begin() {
        next = new Look();
    }

    /** One look at all threads; its stacks are guarded by the lock of those who take. */
    private static final class Look {
        private @Nullable Map<Thread, StackTraceElement[]> stacks;
    }
}
