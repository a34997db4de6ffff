package dev.layers.internal.thread;

import dev.layers.internal.time.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A thread of the manager that runs module code, piece after piece as long as it is kept. */
final class Carrier implements Runnable {
    /** How long it runs pieces, and how long it waits for one: what they leave with it stays no longer. */
    private static final Duration LIFE = Duration.ofSeconds(1);

    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final Deadline life = Deadline.in(LIFE);
    private final @Nullable Keeper keeper;
    private final Thread thread;

    /**
     * What it is told to do.
     *
     * @param piece what to run; empty if it is to end
     */
    private record Order(Optional<ModuleThread<?>> piece) {}

    /** Who may give it pieces. */
    interface Keeper {
        /** Returns whether {@code carrier} is kept, which from then on may be given another piece. */
        boolean keep(Carrier carrier);

        /** Returns whether {@code carrier} will be given none, and may end. */
        boolean forget(Carrier carrier);
    }

    /**
     * Creates one that waits for its first piece.
     *
     * @param keeper whom it asks once a piece ended well; without one it ends with its first piece
     */
    Carrier(String name, @Nullable Keeper keeper) {
        this.keeper = keeper;
        this.thread = new Thread(null, this, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
    }

    Thread thread() {
        return thread;
    }

    void start() {
        thread.start();
    }

    void give(ModuleThread<?> piece) {
        orders.add(new Order(Optional.of(piece)));
    }

    /** Has it end, if it is kept and has no piece. */
    void end() {
        orders.add(new Order(Optional.empty()));
    }

    @Override
    public void run() {
        boolean isKept = true;
        while (isKept) {
            isKept = runNext();
        }
    }

    /** A method of its own, so that no frame leads to what has ended. */
    private boolean runNext() {
        Optional<ModuleThread<?>> piece = next();
        return piece.isPresent() && piece.get().runOn(this);
    }

    /** Takes back what code can change of its thread, then asks to be kept. */
    @SuppressWarnings("ThreadPriorityCheck") // puts back what code may have changed, and relies on nothing
    boolean isKept(int priority) {
        thread.setUncaughtExceptionHandler(null);
        thread.setPriority(priority);
        return keeper != null && !life.isPast() && keeper.keep(this);
    }

    private Optional<ModuleThread<?>> next() {
        Order order = waited();
        while (order == null && keeper != null && !keeper.forget(this)) {
            order = waited();
        }
        return order == null ? Optional.empty() : order.piece();
    }

    /** Whoever interrupts this thread now means code that has ended. */
    private @Nullable Order waited() {
        try {
            return orders.poll(LIFE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException ofEarlierCode) {
            return orders.poll();
        }
    }
}
