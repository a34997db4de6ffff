package dev.layers.internal.thread;

import dev.layers.internal.time.Deadline;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The threads that one generation asked the manager for. */
public final class ManagedThreads implements ThreadFactory {
    private final String owner;
    private final ClassLoader context;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    /** Guarded by this. */
    private @Nullable ExecutorService executor;

    /**
     * Creates the factory of a generation.
     *
     * @param owner the generation, which the names of the threads begin with
     * @param context the context class loader of the threads
     */
    public ManagedThreads(String owner, ClassLoader context) {
        this.owner = owner;
        this.context = context;
    }

    /** Returns the context class loader of the threads. */
    public ClassLoader context() {
        return context;
    }

    /** Returns whether {@code thread} was made here. */
    boolean isMakerOf(Thread thread) {
        return threads.contains(thread);
    }

    /** Returns the executor of the generation; it starts threads as they are needed. */
    public synchronized ExecutorService executor() {
        refuseIfClosed();
        if (executor == null) {
            executor = Executors.newCachedThreadPool(this);
        }
        return executor;
    }

    @Override
    public Thread newThread(Runnable work) {
        refuseIfClosed();
        Thread thread = new Thread(() -> run(work), owner + "-" + numbers.incrementAndGet());
        thread.setDaemon(true);
        thread.setContextClassLoader(context);
        threads.removeIf(earlier -> earlier.getState() == Thread.State.TERMINATED);
        threads.add(thread);
        refuseIfClosed();
        return thread;
    }

    /** A thread that is started only after the stop has missed the interrupt. */
    private void run(Runnable work) {
        if (closed) {
            Thread.currentThread().interrupt();
        }
        work.run();
    }

    /** Interrupts every thread and takes no further work. */
    public void stop() {
        closed = true;
        ExecutorService pool = pool();
        if (pool != null) {
            pool.shutdownNow();
        }
        threads.stream().filter(thread -> !isCurrent(thread)).forEach(Thread::interrupt);
    }

    /** Waits until every thread has ended or the deadline has come; returns those that still run. */
    public List<Thread> join(Deadline deadline) {
        return threads.stream()
                .filter(thread -> isCurrent(thread) || !deadline.join(thread))
                .toList();
    }

    /** A thread of the module that asks for the unload cannot be waited for. */
    private static boolean isCurrent(Thread thread) {
        return thread.equals(Thread.currentThread());
    }

    private synchronized @Nullable ExecutorService pool() {
        return executor;
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("Module '" + owner + "' is being unloaded and starts no more threads");
        }
    }
}
