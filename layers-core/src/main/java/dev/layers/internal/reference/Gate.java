package dev.layers.internal.reference;

import dev.layers.internal.time.Deadline;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls that run inside one generation and lets no new one in while it is closed.
 *
 * <p>A call enters its name before it looks whether the gate is open, and closing shuts the gate before it looks for
 * names; both sides are volatile, so one of the two always sees the other.
 */
public final class Gate {
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private volatile boolean open = true;

    /** One call, from its beginning to its end, on the thread that makes it. */
    public final class Call implements AutoCloseable {
        private final Thread thread = Thread.currentThread();

        private Call() {}

        @Override
        public void close() {
            leave(this);
        }
    }

    /** Begins a call, or returns null when the gate is closed. */
    public @Nullable Call enter() {
        if (!open) {
            return null;
        }
        Call call = new Call();
        calls.add(call);
        if (open) {
            return call;
        }
        leave(call);
        return null;
    }

    /** Lets no further call in. */
    public void close() {
        open = false;
    }

    /** Lets calls in again. */
    public void reopen() {
        open = true;
    }

    /** Waits until no call is inside; returns whether that came before the deadline. */
    public boolean awaitQuiet(Deadline deadline) {
        lock.lock();
        try {
            boolean quiet = isQuiet();
            while (!quiet && !deadline.isPast()) {
                deadline.await(left::await);
                quiet = isQuiet();
            }
            return quiet;
        } finally {
            lock.unlock();
        }
    }

    /** Returns the threads that are inside, each once. */
    public List<Thread> callers() {
        return calls.stream().map(call -> call.thread).distinct().toList();
    }

    /** Walks the set, for its size is a sum that may miss a call while others come and go. */
    private boolean isQuiet() {
        return !calls.iterator().hasNext();
    }

    private void leave(Call call) {
        calls.remove(call);
        if (!open) {
            signal();
        }
    }

    private void signal() {
        lock.lock();
        try {
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
