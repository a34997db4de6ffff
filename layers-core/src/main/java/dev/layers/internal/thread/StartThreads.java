package dev.layers.internal.thread;

import dev.layers.internal.time.Deadline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts modules, each on a thread of its own; those that are loaded together one after the other on a few threads.
 *
 * <p>A thread costs as much as half a load. What code leaves in thread-locals goes with the thread, so threads last no
 * longer than the loading, nor than about a second, and one on which a start failed or came to no end serves no other.
 * To come up takes a thread a quarter of a millisecond, so the one of a single load is begun before the artifact is read.
 */
public final class StartThreads {
    private static final Duration ENDING = Duration.ofSeconds(5);

    private final Carrier.Keeper keeper = new Lent();
    /** Guarded by this, like the number below. */
    private final Deque<Carrier> idle = new ArrayDeque<>();

    /** Those that come up ahead, by the thread that began them, whose group and priority they have; guarded by this. */
    private final Map<Thread, Carrier> ahead = new HashMap<>();

    private int gatherings;

    /** Does {@code work}, which loads several modules; when it returns, the threads of those that started have ended. */
    public void together(Runnable work) {
        open();
        try {
            work.run();
        } finally {
            close();
        }
    }

    /** Does {@code work}, which loads one module on this thread, while the thread of its start comes up. */
    public <T> T ahead(Supplier<T> work) {
        Carrier carrier = new Carrier("layers start", keeper);
        if (!isBegun(carrier)) {
            return work.get();
        }
        try {
            return work.get();
        } finally {
            if (forget(carrier)) {
                carrier.end();
                Deadline.in(ENDING).join(carrier.thread());
            }
        }
    }

    private boolean isBegun(Carrier carrier) {
        if (!offer(carrier)) {
            return false;
        }
        try {
            carrier.start();
            return true;
        } catch (OutOfMemoryError noThread) {
            // the artifact may be refused, and then none is needed; if one is, that is told there
            forget(carrier);
            return false;
        }
    }

    /** Starts {@code code} with {@code context} as its context class loader. */
    public <T> ModuleThread<T> start(String name, ClassLoader context, Callable<T> code) {
        Carrier kept = kept();
        return kept == null
                ? ModuleThread.start(new Carrier(name, keeper), new ModuleThread.Piece<>(name, context, code))
                : ModuleThread.on(kept, new ModuleThread.Piece<>(name, context, code));
    }

    private synchronized @Nullable Carrier kept() {
        Carrier own = ahead.remove(Thread.currentThread());
        return own == null ? idle.poll() : own;
    }

    private synchronized void open() {
        gatherings++;
    }

    private void close() {
        List<Carrier> ended = dismissed();
        ended.forEach(Carrier::end);
        Deadline deadline = Deadline.in(ENDING);
        ended.forEach(carrier -> deadline.join(carrier.thread()));
    }

    private synchronized List<Carrier> dismissed() {
        gatherings--;
        if (gatherings > 0) {
            return List.of();
        }
        List<Carrier> all = List.copyOf(idle);
        idle.clear();
        return all;
    }

    private synchronized boolean offer(Carrier carrier) {
        return ahead.putIfAbsent(Thread.currentThread(), carrier) == null;
    }

    private synchronized boolean keep(Carrier carrier) {
        if (gatherings > 0) {
            idle.push(carrier);
        }
        return gatherings > 0;
    }

    private synchronized boolean forget(Carrier carrier) {
        return idle.remove(carrier) || ahead.values().remove(carrier);
    }

    /** Lends what carriers ask without making it public. */
    private final class Lent implements Carrier.Keeper {
        @Override
        public boolean keep(Carrier carrier) {
            return StartThreads.this.keep(carrier);
        }

        @Override
        public boolean forget(Carrier carrier) {
            return StartThreads.this.forget(carrier);
        }
    }
}
