package dev.layers.internal.woven;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The fork-join pool that modules make and extend; its threads are recorded. */
public class WovenForkJoinPool extends ForkJoinPool {
    /** As that of the JDK. */
    public WovenForkJoinPool() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /** As that of the JDK. */
    public WovenForkJoinPool(int parallelism) {
        this(parallelism, defaultForkJoinWorkerThreadFactory, null, false);
    }

    /** As that of the JDK. */
    public WovenForkJoinPool(
            int parallelism,
            @Nullable ForkJoinWorkerThreadFactory factory,
            @Nullable UncaughtExceptionHandler handler,
            boolean asyncMode) {
        super(parallelism, Recording.around(factory), handler, asyncMode);
        Workers.ofMaker(this).add(this, new Ending());
    }

    /** As that of the JDK. */
    public WovenForkJoinPool(
            int parallelism,
            @Nullable ForkJoinWorkerThreadFactory factory,
            @Nullable UncaughtExceptionHandler handler,
            boolean asyncMode,
            int corePoolSize,
            int maximumPoolSize,
            int minimumRunnable,
            @Nullable Predicate<? super ForkJoinPool> saturate,
            long keepAliveTime,
            TimeUnit unit) {
        super(
                parallelism,
                Recording.around(factory),
                handler,
                asyncMode,
                corePoolSize,
                maximumPoolSize,
                minimumRunnable,
                saturate,
                keepAliveTime,
                unit);
        Workers.ofMaker(this).add(this, new Ending());
    }

    @Override
    public ForkJoinWorkerThreadFactory getFactory() {
        return super.getFactory() instanceof Recording recording ? recording.given : super.getFactory();
    }

    private Optional<String> end() {
        return super.isShutdown() ? Optional.empty() : drop(super.getPoolSize() > 0);
    }

    private Optional<String> drop(boolean isFirst) {
        int size = super.getPoolSize();
        super.shutdown();
        List<ForkJoinTask<?>> waiting = new ArrayList<>();
        super.drainTasksTo(waiting);
        waiting.forEach(task -> task.cancel(false));
        return WovenThreadPoolExecutor.ended(
                isFirst, waiting.size(), "fork-join pool of " + size + (size == 1 ? " thread" : " threads"));
    }

    private Optional<String> interruptAll() {
        Optional<String> dropped = drop(false);
        super.shutdownNow();
        return dropped;
    }

    /** Makes workers as another factory does, and records them. */
    private record Recording(Workers workers, ForkJoinWorkerThreadFactory given)
            implements ForkJoinWorkerThreadFactory {
        static @Nullable ForkJoinWorkerThreadFactory around(@Nullable ForkJoinWorkerThreadFactory given) {
            return given == null ? null : new Recording(Workers.current(), given);
        }

        @Override
        public @Nullable ForkJoinWorkerThread newThread(ForkJoinPool pool) {
            ForkJoinWorkerThread thread = given.newThread(pool);
            if (thread != null) {
                workers.add(thread);
            }
            return thread;
        }
    }

    /** How such a pool ends: by the JDK's code, whatever the module overrides. */
    private static final class Ending implements Engine<WovenForkJoinPool> {
        @Override
        public Optional<String> close(WovenForkJoinPool pool) {
            return pool.end();
        }

        @Override
        public Optional<String> stop(WovenForkJoinPool pool) {
            return pool.interruptAll();
        }
    }
}
