package dev.layers.internal.thread;

import dev.layers.internal.failure.ModuleFailure;
import dev.layers.internal.failure.Place;
import dev.layers.internal.time.Deadline;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Runs one piece of module code on a thread of its own, which ends with it and takes its thread-locals along.
 *
 * @param <T> what the code returns
 */
public final class ModuleThread<T> {
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicBoolean settled = new AtomicBoolean();
    private final Thread thread;
    private @Nullable Piece<T> piece;
    private boolean isThreadKept;
    private @Nullable T value;
    private @Nullable ModuleFailure failure;

    /** Code, the name of the thread while it runs, and its context class loader. */
    record Piece<T>(String name, ClassLoader context, Callable<T> code) {}

    private ModuleThread(Thread thread, Piece<T> piece) {
        this.thread = thread;
        this.piece = piece;
    }

    /** Starts {@code code} with {@code context} as its context class loader. */
    public static <T> ModuleThread<T> start(String name, ClassLoader context, Callable<T> code) {
        return start(new Carrier(name, null), new Piece<>(name, context, code));
    }

    /** Starts {@code carrier} with a piece. */
    static <T> ModuleThread<T> start(Carrier carrier, Piece<T> piece) {
        ModuleThread<T> started = on(carrier, piece);
        carrier.start();
        return started;
    }

    /** Has {@code carrier}, which is kept, run a piece. */
    static <T> ModuleThread<T> on(Carrier carrier, Piece<T> piece) {
        ModuleThread<T> started = new ModuleThread<>(carrier.thread(), piece);
        carrier.give(started);
        return started;
    }

    /** Waits for the code to end, and the thread behind it unless that is kept; returns whether the code has. */
    public boolean isEnded(Deadline deadline) {
        boolean isEnded = deadline.await(done::await);
        if (isEnded && !isThreadKept) {
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
        if (!isEnded(deadline) && settled.compareAndSet(false, true)) {
            StackTraceElement[] stack = thread.getStackTrace();
            thread.interrupt();
            throw new Overdue(thread.getName(), stack);
        }
        if (failure != null) {
            throw failure;
        }
        return Optional.ofNullable(value);
    }

    /** Runs the piece on {@code carrier}; returns whether that is kept. */
    boolean runOn(Carrier carrier) {
        int priority = thread.getPriority();
        Piece<T> once = piece;
        piece = null;
        try {
            value = once == null ? null : call(once);
        } catch (Throwable thrown) {
            failure = ModuleFailure.copyOf(thrown);
        } finally {
            thread.setContextClassLoader(null);
            // an interrupt that comes for this piece must not meet the next one
            isThreadKept = settled.compareAndSet(false, true) && failure == null && carrier.isKept(priority);
            done.countDown();
        }
        return isThreadKept;
    }

    private T call(Piece<T> once) throws Exception {
        if (!thread.getName().equals(once.name())) {
            thread.setName(once.name());
        }
        thread.setContextClassLoader(once.context());
        return once.code().call();
    }

    /** Says that module code did not end in time. */
    public static final class Overdue extends Exception {
        private static final long serialVersionUID = 1L;

        private Overdue(String thread, StackTraceElement[] stack) {
            super("thread '" + thread + "' still runs" + Place.of(stack));
        }
    }
}
