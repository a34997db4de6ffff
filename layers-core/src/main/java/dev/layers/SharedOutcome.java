package dev.layers;

import dev.layers.internal.time.Deadline;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An operation that callers share: who asks while it runs gets the outcome of the run. */
final class SharedOutcome<T> {
    private final Turn turn;
    private final AtomicReference<@Nullable Run> running = new AtomicReference<>();

    SharedOutcome(Turn turn) {
        this.turn = turn;
    }

    T join(Supplier<T> operation) {
        Run mine = new Run();
        Run other = running.compareAndExchange(null, mine);
        return other == null ? mine.lead(operation) : other.follow();
    }

    /** One run, with one that leads it and any number that follow. */
    private final class Run {
        private final Thread leader = Thread.currentThread();
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile @Nullable T value;
        private volatile @Nullable Throwable failure;

        T lead(Supplier<T> operation) {
            try {
                T outcome = turn.take(operation);
                value = outcome;
                return outcome;
            } catch (RuntimeException | Error failed) {
                failure = failed;
                throw failed;
            } finally {
                running.set(null);
                ended.countDown();
            }
        }

        /** The one that leads may itself have waited for its turn. */
        T follow() {
            if (leader.equals(Thread.currentThread())) {
                throw turn.nested();
            }
            Deadline deadline = Deadline.in(turn.limit().multipliedBy(2));
            T outcome = deadline.await(ended::await) ? value : null;
            if (failure instanceof RuntimeException failed) {
                throw failed;
            }
            if (failure instanceof Error failed) {
                throw failed;
            }
            if (outcome == null) {
                throw turn.busy();
            }
            return outcome;
        }
    }
}
