package dev.layers.internal.thread;

import dev.layers.internal.failure.ModuleFailure;
import dev.layers.internal.failure.Place;
import dev.layers.internal.time.Deadline;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Runs one piece of module code on a thread of its own, which ends with it and takes its thread-locals along.
 *
 * @param <T> what the code returns
 */
public final class ModuleThread<T> implements Runnable {
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread thread;
    private @Nullable Callable<T> code;
    private @Nullable T value;
    private @Nullable ModuleFailure failure;

    private ModuleThread(String name, ClassLoader context, Callable<T> code) {
        this.code = code;
        this.thread = new Thread(null, this, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(context);
    }

    /** Starts {@code code} with {@code context} as its context class loader. */
    public static <T> ModuleThread<T> start(String name, ClassLoader context, Callable<T> code) {
        ModuleThread<T> started = new ModuleThread<>(name, context, code);
        started.thread.start();
        return started;
    }

    /** Waits for the code to end, and the thread behind it; returns whether the code has. */
    public boolean isEnded(Deadline deadline) {
        boolean isEnded = deadline.await(done::await);
        if (isEnded) {
            // only with the thread does what it holds in thread-locals go
            deadline.join(thread);
        }
        return isEnded;
    }

    /**
     * Waits for the code to end.
     *
     * <p>Code that does not end in time is interrupted and left behind.
     *
     * @throws ModuleFailure if the code failed
     * @throws Overdue if the code did not end before the deadline
     */
    public Optional<T> await(Deadline deadline) throws ModuleFailure, Overdue {
        if (!isEnded(deadline)) {
            StackTraceElement[] stack = thread.getStackTrace();
            thread.interrupt();
            throw new Overdue(thread.getName(), stack);
        }
        if (failure != null) {
            throw failure;
        }
        return Optional.ofNullable(value);
    }

    @Override
    public void run() {
        Callable<T> once = code;
        code = null;
        try {
            value = once == null ? null : once.call();
        } catch (Throwable thrown) {
            failure = ModuleFailure.copyOf(thrown);
        } finally {
            thread.setContextClassLoader(null);
            done.countDown();
        }
    }

    /** Says that module code did not end in time. */
    public static final class Overdue extends Exception {
        private static final long serialVersionUID = 1L;

        private Overdue(String thread, StackTraceElement[] stack) {
            super("thread '" + thread + "' still runs" + Place.of(stack));
        }
    }
}
