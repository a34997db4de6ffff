package dev.layers.internal.woven;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The pool that modules make and extend; its threads are recorded. */
public class WovenThreadPoolExecutor extends ThreadPoolExecutor {
    private final Workers workers = Workers.ofMaker(this);

    /** As that of the JDK. */
    public WovenThreadPoolExecutor(
            int core, int maximum, long keepAlive, TimeUnit unit, BlockingQueue<Runnable> queue) {
        this(core, maximum, keepAlive, unit, queue, Executors.defaultThreadFactory());
    }

    /** As that of the JDK. */
    public WovenThreadPoolExecutor(
            int core,
            int maximum,
            long keepAlive,
            TimeUnit unit,
            BlockingQueue<Runnable> queue,
            @Nullable ThreadFactory factory) {
        super(core, maximum, keepAlive, unit, queue, RecordingFactory.around(factory));
        workers.add(this, new Ending());
    }

    /** As that of the JDK. */
    public WovenThreadPoolExecutor(
            int core,
            int maximum,
            long keepAlive,
            TimeUnit unit,
            BlockingQueue<Runnable> queue,
            RejectedExecutionHandler handler) {
        this(core, maximum, keepAlive, unit, queue, Executors.defaultThreadFactory(), handler);
    }

    /** As that of the JDK. */
    public WovenThreadPoolExecutor(
            int core,
            int maximum,
            long keepAlive,
            TimeUnit unit,
            BlockingQueue<Runnable> queue,
            @Nullable ThreadFactory factory,
            RejectedExecutionHandler handler) {
        super(core, maximum, keepAlive, unit, queue, RecordingFactory.around(factory), handler);
        workers.add(this, new Ending());
    }

    /** The pool itself asks here for the factory of its threads. */
    @Override
    public ThreadFactory getThreadFactory() {
        Class<?> caller = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .getCallerClass();
        ThreadFactory recording = super.getThreadFactory();
        return caller.getPackage().equals(Executors.class.getPackage()) ? recording : RecordingFactory.given(recording);
    }

    @Override
    public void setThreadFactory(@Nullable ThreadFactory factory) {
        super.setThreadFactory(RecordingFactory.around(workers, factory));
    }

    private Optional<String> end() {
        if (super.isShutdown()) {
            return Optional.empty();
        }
        String pool = RecordingFactory.pool(super.getPoolSize(), super.getThreadFactory());
        boolean isIdle = super.getPoolSize() == 0;
        super.shutdown();
        int dropped = drop(super.getQueue());
        return ended(!isIdle, dropped, pool);
    }

    /** Says what was done to {@code pool}. */
    static Optional<String> ended(boolean isShutDown, int dropped, String pool) {
        if (isShutDown) {
            return Optional.of(pool + " was shut down");
        }
        return dropped == 0
                ? Optional.empty()
                : Optional.of(pool + " dropped " + dropped + (dropped == 1 ? " task" : " tasks"));
    }

    /** Whoever waits for what is dropped must not wait for ever. */
    static int drop(BlockingQueue<Runnable> queue) {
        List<Runnable> waiting = new ArrayList<>();
        queue.drainTo(waiting);
        return drop(waiting);
    }

    /** Returns how many there are. */
    static int drop(List<Runnable> waiting) {
        waiting.forEach(task -> {
            if (task instanceof Droppable droppable) {
                droppable.drop();
            } else if (task instanceof Future<?> future) {
                future.cancel(false);
            }
        });
        return waiting.size();
    }

    private Optional<String> interruptAll() {
        String pool = RecordingFactory.pool(super.getPoolSize(), super.getThreadFactory());
        return ended(false, drop(super.shutdownNow()), pool);
    }

    /** How such a pool ends: by the JDK's code, whatever the module overrides. */
    private static final class Ending implements Engine<WovenThreadPoolExecutor> {
        @Override
        public Optional<String> close(WovenThreadPoolExecutor pool) {
            return pool.end();
        }

        @Override
        public Optional<String> stop(WovenThreadPoolExecutor pool) {
            return pool.interruptAll();
        }
    }
}
