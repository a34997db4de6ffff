package dev.layers.internal.boundary;

import dev.layers.internal.time.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The deliveries into one module that are under way, such as completions of its stages by threads of the host.
 *
 * <p>They begin although no calls may: a call of the module may wait for them. So they are counted, and shut by themselves.
 */
final class Deliveries {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();

    /** How often each thread is inside; guarded by the lock. */
    private final Map<Thread, Integer> inside = new HashMap<>();

    /** What came when they were shut, and may be delivered when they are not; guarded by the lock. */
    private final List<Runnable> withheld = new ArrayList<>();

    /** Set under the lock. */
    private volatile boolean shut;
    /** Guarded by the lock. */
    private boolean ended;

    /** Begins the delivery of {@code code}, which has to {@link #leave()}; returns false once they are shut. */
    boolean enter(Runnable code) {
        lock.lock();
        try {
            if (!shut) {
                inside.merge(Thread.currentThread(), 1, Integer::sum);
            } else if (!ended) {
                withheld.add(code);
            }
            return !shut;
        } finally {
            lock.unlock();
        }
    }

    /** Ends a delivery of the current thread. */
    void leave() {
        lock.lock();
        try {
            inside.computeIfPresent(Thread.currentThread(), (thread, times) -> times == 1 ? null : times - 1);
            if (inside.isEmpty()) {
                idle.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isCurrentThreadInside() {
        lock.lock();
        try {
            return inside.containsKey(Thread.currentThread());
        } finally {
            lock.unlock();
        }
    }

    /** Waits until none is under way, and lets no more begin from that moment on; returns whether it came. */
    boolean shut(Deadline deadline) {
        lock.lock();
        try {
            shut |= deadline.await(this::awaitIdle);
            return shut;
        } finally {
            lock.unlock();
        }
    }

    /** Lets them begin again, unless they are shut for good; returns what came meanwhile and is to be delivered. */
    List<Runnable> reopen() {
        lock.lock();
        try {
            shut = ended;
            List<Runnable> late = List.copyOf(withheld);
            withheld.clear();
            return late;
        } finally {
            lock.unlock();
        }
    }

    /** Lets no more begin, whatever is under way, for good. */
    void shut() {
        lock.lock();
        try {
            shut = true;
            ended = true;
            withheld.clear();
        } finally {
            lock.unlock();
        }
    }

    boolean isShut() {
        return shut;
    }

    private boolean awaitIdle(long time, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(time);
        while (!inside.isEmpty()) {
            if (left <= 0) {
                return false;
            }
            left = idle.awaitNanos(left);
        }
        return true;
    }
}
