package dev.layers.internal.drain;

import dev.layers.internal.time.Deadline;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Threads of a test, which all end with it. */
final class StagedThreads implements AutoCloseable {
    static final Duration LONG = Duration.ofMinutes(1);

    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    /** A platform thread or a virtual one. */
    enum Kind {
        PLATFORM,
        VIRTUAL;

        private Thread start(Runnable work) {
            if (this == PLATFORM) {
                Thread thread = new Thread(work, "http-1");
                thread.setDaemon(true);
                thread.start();
                return thread;
            }
            try {
                return (Thread) Thread.class
                        .getMethod("startVirtualThread", Runnable.class)
                        .invoke(null, work);
            } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException absent) {
                throw new AssertionError(absent);
            }
        }
    }

    /** Returns the kinds that this JDK has. */
    static List<Kind> kinds() {
        return Runtime.version().feature() < 21 ? List.of(Kind.PLATFORM) : List.of(Kind.values());
    }

    Thread start(Kind kind, Runnable work) {
        Thread thread = kind.start(work);
        threads.add(thread);
        return thread;
    }

    /** Starts a thread and waits until it waits in turn. */
    Thread startWaiting(Kind kind, Runnable work) {
        Thread thread = start(kind, work);
        while (thread.getState() != Thread.State.WAITING) {
            assertAlive(thread);
            Thread.onSpinWait();
        }
        return thread;
    }

    static void join(Thread thread) {
        if (!Deadline.in(LONG).join(thread)) {
            throw new AssertionError(thread + " did not end");
        }
    }

    /** Waits in the frame of the host that calls this. */
    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        threads.forEach(StagedThreads::join);
    }

    private static void assertAlive(Thread thread) {
        if (!thread.isAlive()) {
            throw new AssertionError(thread + " ended instead of waiting");
        }
    }
}
