package dev.layers.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.internal.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GateTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Gate gate = new Gate();

    @Test
    void openGate_letsIn() {
        Gate.Call call = gate.enter();

        assertThat(call).isNotNull();
        assertThat(gate.callers()).containsExactly(Thread.currentThread());
    }

    @Test
    void closedGate_letsNobodyIn() {
        gate.close();

        assertThat(gate.enter()).isNull();
        assertThat(gate.callers()).isEmpty();
    }

    @Test
    void reopenedGate_letsInAgain() {
        gate.close();
        gate.reopen();

        assertThat(gate.enter()).isNotNull();
    }

    @Test
    void callers_areNamedOnceEach() {
        gate.enter();
        gate.enter();

        assertThat(gate.callers()).containsExactly(Thread.currentThread());
    }

    @Test
    void gate_isQuietWhenTheLastCallHasLeft() {
        Gate.Call first = gate.enter();
        Gate.Call second = gate.enter();
        gate.close();

        first.close();
        boolean early = gate.awaitQuiet(Deadline.in(Duration.ZERO));
        second.close();
        boolean late = gate.awaitQuiet(Deadline.in(Duration.ZERO));

        assertThat(early).isFalse();
        assertThat(late).isTrue();
    }

    @Test
    void callThatIsClosedTwice_leavesOnce() {
        Gate.Call first = gate.enter();
        gate.enter();
        gate.close();

        first.close();
        first.close();

        assertThat(gate.awaitQuiet(Deadline.in(Duration.ZERO))).isFalse();
    }

    @Test
    @Timeout(60)
    void waiting_endsWithTheLastCall() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread caller = new Thread(() -> {
            Gate.Call call = gate.enter();
            inside.countDown();
            Deadline.in(LONG).await(end::await);
            call.close();
        });
        caller.start();
        inside.await();
        gate.close();
        endWhenWaiting(Thread.currentThread(), end);

        boolean quiet = gate.awaitQuiet(Deadline.in(LONG));

        assertThat(quiet).isTrue();
    }

    @Test
    @Timeout(120)
    void quietClosedGate_hasNoCallInside() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger entered = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService callers = Executors.newFixedThreadPool(4);
        List<Future<?>> running = new ArrayList<>();
        for (int caller = 0; caller < 4; caller++) {
            running.add(callers.submit(() -> {
                while (!over.get()) {
                    call(inside, entered);
                }
            }));
        }

        int early = 0;
        int noisy = 0;
        for (int round = 0; round < 1_000; round++) {
            int before = entered.get();
            while (entered.get() == before) {
                Thread.onSpinWait();
            }
            gate.close();
            if (!gate.awaitQuiet(Deadline.in(LONG))) {
                noisy++;
            }
            for (int look = 0; look < 100; look++) {
                early += inside.get();
            }
            gate.reopen();
        }
        over.set(true);
        for (Future<?> ended : running) {
            ended.get();
        }
        callers.shutdown();

        assertThat(early).isZero();
        assertThat(noisy).isZero();
    }

    @Test
    @Timeout(60)
    void gate_isNeverQuietAroundACallThatStays() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        gate.enter();
        ExecutorService callers = Executors.newFixedThreadPool(4);
        List<Future<?>> running = new ArrayList<>();
        for (int caller = 0; caller < 4; caller++) {
            running.add(callers.submit(() -> {
                while (!over.get()) {
                    call(new AtomicInteger(), new AtomicInteger());
                }
            }));
        }

        int quiet = 0;
        for (int look = 0; look < 100_000; look++) {
            quiet += gate.awaitQuiet(Deadline.in(Duration.ZERO)) ? 1 : 0;
        }
        over.set(true);
        for (Future<?> ended : running) {
            ended.get();
        }
        callers.shutdown();

        assertThat(quiet).isZero();
    }

    private static void endWhenWaiting(Thread waiting, CountDownLatch end) {
        new Thread(() -> {
                    while (waiting.getState() != Thread.State.TIMED_WAITING) {
                        Thread.onSpinWait();
                    }
                    end.countDown();
                })
                .start();
    }

    private void call(AtomicInteger inside, AtomicInteger entered) {
        try (Gate.Call call = gate.enter()) {
            if (call != null) {
                inside.incrementAndGet();
                entered.incrementAndGet();
                Thread.onSpinWait();
                inside.decrementAndGet();
            }
        }
    }
}
