package dev.layers.internal.woven;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Stands in for {@code Executors}: its pools are ours. */
public final class WovenExecutors {
    private WovenExecutors() {}

    /** As that of the JDK. */
    public static ExecutorService newFixedThreadPool(int threads) {
        return newFixedThreadPool(threads, Executors.defaultThreadFactory());
    }

    /** As that of the JDK. */
    public static ExecutorService newFixedThreadPool(int threads, @Nullable ThreadFactory factory) {
        return new WovenThreadPoolExecutor(
                threads, threads, 0, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), factory);
    }

    /** As that of the JDK. */
    public static ExecutorService newCachedThreadPool() {
        return newCachedThreadPool(Executors.defaultThreadFactory());
    }

    /** As that of the JDK. */
    public static ExecutorService newCachedThreadPool(@Nullable ThreadFactory factory) {
        return new WovenThreadPoolExecutor(
                0, Integer.MAX_VALUE, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }

    /** As that of the JDK. */
    public static ExecutorService newWorkStealingPool() {
        return newWorkStealingPool(Runtime.getRuntime().availableProcessors());
    }

    /** As that of the JDK. */
    public static ExecutorService newWorkStealingPool(int parallelism) {
        return new WovenForkJoinPool(parallelism, ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, true);
    }

    /** As that of the JDK. */
    public static ExecutorService newSingleThreadExecutor() {
        return newSingleThreadExecutor(Executors.defaultThreadFactory());
    }

    /** As that of the JDK, whose own it stays: it shuts down when it is dropped. */
    public static ExecutorService newSingleThreadExecutor(@Nullable ThreadFactory factory) {
        ThreadFactory recording = RecordingFactory.around(factory);
        ExecutorService pool = Executors.newSingleThreadExecutor(recording);
        Workers.current().add(pool, new Shutdown(Objects.requireNonNull(recording)));
        return pool;
    }

    /** As that of the JDK. */
    public static ScheduledExecutorService newScheduledThreadPool(int core) {
        return new WovenScheduledThreadPoolExecutor(core);
    }

    /** As that of the JDK. */
    public static ScheduledExecutorService newScheduledThreadPool(int core, @Nullable ThreadFactory factory) {
        return new WovenScheduledThreadPoolExecutor(core, factory);
    }

    /** As that of the JDK; what is behind stays known when what is returned is dropped. */
    public static ScheduledExecutorService newSingleThreadScheduledExecutor() {
        return Executors.unconfigurableScheduledExecutorService(new WovenScheduledThreadPoolExecutor(1));
    }

    /** As that of the JDK; what is behind stays known when what is returned is dropped. */
    public static ScheduledExecutorService newSingleThreadScheduledExecutor(@Nullable ThreadFactory factory) {
        return Executors.unconfigurableScheduledExecutorService(new WovenScheduledThreadPoolExecutor(1, factory));
    }

    /** As that of the JDK. */
    public static ExecutorService newVirtualThreadPerTaskExecutor() {
        return newThreadPerTaskExecutor(VirtualThreads.factory());
    }

    /** As that of the JDK. */
    public static ExecutorService newThreadPerTaskExecutor(ThreadFactory factory) {
        ThreadFactory recording = RecordingFactory.recording(Objects.requireNonNull(factory));
        ExecutorService executor = VirtualThreads.perTask(recording);
        Workers.current().add(executor, new Shutdown(null));
        return executor;
    }

    /**
     * Ends an executor of the JDK.
     *
     * @param factory what makes its one thread; null if it leaves nothing while nothing runs in it
     */
    private record Shutdown(@Nullable ThreadFactory factory) implements Engine<ExecutorService> {
        @Override
        public Optional<String> close(ExecutorService executor) {
            if (executor.isShutdown()) {
                return Optional.empty();
            }
            boolean isTold = factory != null && RecordingFactory.alive(factory) > 0;
            String pool = text();
            executor.shutdown();
            return WovenThreadPoolExecutor.ended(isTold, 0, pool);
        }

        @Override
        public Optional<String> stop(ExecutorService executor) {
            String pool = text();
            return WovenThreadPoolExecutor.ended(false, WovenThreadPoolExecutor.drop(executor.shutdownNow()), pool);
        }

        private String text() {
            return factory == null ? "executor" : RecordingFactory.pool(1, factory);
        }
    }
}
