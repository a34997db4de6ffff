package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.internal.time.Deadline;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedOutcomeTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger runs = new AtomicInteger();
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void outcome_isThatOfTheOperation() {
        SharedOutcome<Integer> outcome = new SharedOutcome<>(new Turn("chat", LONG));

        assertThat(join(outcome, runs::incrementAndGet)).isEqualTo(1);
        assertThat(join(outcome, runs::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void whoeverJoins_getsTheOutcomeOfTheRun() throws Exception {
        SharedOutcome<Integer> outcome = new SharedOutcome<>(new Turn("chat", LONG));
        FutureTask<Integer> leading = started(() -> join(outcome, this::run));
        inside.await();

        FutureTask<Integer> following = new FutureTask<>(() -> join(outcome, this::run));
        endWhenWaiting(thread(following));

        assertThat(following.get()).isEqualTo(1);
        assertThat(leading.get()).isEqualTo(1);
        assertThat(runs).hasValue(1);
    }

    @Test
    void failure_isSharedToo() throws Exception {
        SharedOutcome<Integer> outcome = new SharedOutcome<>(new Turn("chat", LONG));
        FutureTask<Integer> leading = started(() -> join(outcome, () -> {
            run();
            throw new IllegalArgumentException("odd");
        }));
        inside.await();

        FutureTask<Integer> following = new FutureTask<>(() -> join(outcome, this::run));
        endWhenWaiting(thread(following));

        assertThatThrownBy(following::get).hasRootCauseMessage("odd");
        assertThatThrownBy(leading::get).hasRootCauseMessage("odd");
        assertThat(runs).hasValue(1);
    }

    @Test
    void failedRun_isFollowedByAnother() {
        SharedOutcome<Integer> outcome = new SharedOutcome<>(new Turn("chat", LONG));

        assertThatIllegalStateException()
                .isThrownBy(() -> join(outcome, () -> {
                    throw new IllegalStateException("odd");
                }));
        assertThat(join(outcome, runs::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void runThatDoesNotEnd_isToldInFull() throws Exception {
        SharedOutcome<Integer> outcome = new SharedOutcome<>(new Turn("chat", Duration.ofMillis(20)));
        FutureTask<Integer> leading = started(() -> join(outcome, this::run));
        inside.await();

        assertThatExceptionOfType(ModuleBusyException.class)
                .isThrownBy(() -> join(outcome, this::run))
                .withMessage("Module 'chat': another operation has not ended within 20 ms; wait for it and ask again");
        end.countDown();
        assertThat(leading.get()).isEqualTo(1);
    }

    @Test
    void afterwards_anotherOperationCanBegin() {
        SharedOutcome<Integer> outcome = new SharedOutcome<>(new Turn("chat", LONG));

        outcome.join(runs::incrementAndGet, first -> join(outcome, runs::incrementAndGet));

        assertThat(runs).hasValue(2);
    }

    @Test
    void operationThatAsksForItself_isRefusedAtOnce() {
        SharedOutcome<Integer> outcome = new SharedOutcome<>(new Turn("chat", LONG));

        assertThatExceptionOfType(ModuleBusyException.class)
                .isThrownBy(() -> join(outcome, () -> join(outcome, this::run)))
                .withMessage("Module 'chat': asked for from inside another operation on it, by a listener;"
                        + " ask from another thread, or later");
        assertThat(runs).hasValue(0);
    }

    private static int join(SharedOutcome<Integer> outcome, Supplier<Integer> operation) {
        return outcome.join(operation, ended -> {});
    }

    private int run() {
        int run = runs.incrementAndGet();
        inside.countDown();
        Deadline.in(LONG).await(end::await);
        return run;
    }

    private void endWhenWaiting(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        end.countDown();
    }

    private static FutureTask<Integer> started(java.util.concurrent.Callable<Integer> code) {
        FutureTask<Integer> task = new FutureTask<>(code);
        thread(task);
        return task;
    }

    private static Thread thread(FutureTask<Integer> task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
