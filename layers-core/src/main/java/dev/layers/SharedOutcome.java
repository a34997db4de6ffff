package dev.layers;

import dev.layers.internal.time.Deadline;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An operation that callers share: who asks while it runs gets the outcome of the run. */
final class SharedOutcome<T> {
    private final Turn turn;
    private final AtomicReference<@Nullable Run> running = new AtomicReference<>();

    SharedOutcome(Turn turn) {
        this.turn = turn;
    }

    /**
     * Runs {@code operation} and then, when it has ended and others may begin, {@code afterwards}; or waits for the run
     * that is under way.
     */
    T join(Supplier<T> operation, Consumer<T> afterwards) {
        Run mine = new Run();
        Run other = running.compareAndExchange(null, mine);
        if (other != null) {
            return other.follow();
        }
        T outcome = mine.lead(operation);
        afterwards.accept(outcome);
        return outcome;
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
            if (Hand.askers().anyMatch(leader::equals)) {
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
