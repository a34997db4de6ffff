package dev.layers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Threads that do the same with several things side by side, as many as there are processors; they end with it. */
final class Crew implements AutoCloseable {
    private final String name;
    private final ClassLoader context;
    private final int size = Runtime.getRuntime().availableProcessors();
    private final AtomicInteger hired = new AtomicInteger();
    /** Guarded by this. */
    private @Nullable ExecutorService threads;

    /**
     * Creates a crew that has no thread yet.
     *
     * @param context the context class loader of its threads
     */
    Crew(String name, ClassLoader context) {
        this.name = name;
        this.context = context;
    }

    /** Does {@code work} with each of {@code things} and returns when all is done; a single one is done on this thread. */
    <T> void each(List<T> things, Consumer<? super T> work) {
        if (things.size() < 2) {
            things.forEach(work);
            return;
        }
        ExecutorService hands = threads();
        Thread sender = Thread.currentThread();
        join(things.stream()
                .map(thing -> CompletableFuture.runAsync(() -> Hand.work(sender, () -> work.accept(thing)), hands))
                .toArray(CompletableFuture[]::new));
    }

    /** What fails for one is thrown when all were tried. */
    private static void join(CompletableFuture<?>... tasks) {
        try {
            CompletableFuture.allOf(tasks).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed;
        }
    }

    private synchronized ExecutorService threads() {
        ExecutorService hands = threads;
        if (hands == null) {
            hands = Executors.newFixedThreadPool(size, this::hire);
            threads = hands;
        }
        return hands;
    }

    private Thread hire(Runnable work) {
        Thread thread = new Hand(work, name + " " + hired.incrementAndGet());
        thread.setDaemon(true);
        thread.setContextClassLoader(context);
        return thread;
    }

    @Override
    public synchronized void close() {
        if (threads != null) {
            threads.shutdown();
        }
    }
}
