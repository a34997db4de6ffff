package dev.layers.benchmarks.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.benchmarks.Sum;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CallersTest {
    private final CountDownLatch called = new CountDownLatch(1);

    @Test
    void wrongAnswer_endsTheMeasurement() {
        Callers callers = new Callers(
                new Sum() {
                    @Override
                    public int add(int one, int other) {
                        called.countDown();
                        return one;
                    }
                },
                Duration.ZERO);

        assertThatThrownBy(() -> callers.perSecond(this::untilCalled))
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("1000 calls added up to 0");
    }

    @Test
    void failingCall_endsTheMeasurement() {
        Callers callers = new Callers(
                new Sum() {
                    @Override
                    public int add(int one, int other) {
                        called.countDown();
                        throw new UnsupportedOperationException("No sums");
                    }
                },
                Duration.ZERO);

        assertThatThrownBy(() -> callers.pauses(this::untilCalled))
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("No sums");
    }

    @Test
    void failureMeanwhile_endsTheCallers() throws Exception {
        AtomicLong calls = new AtomicLong();
        Callers callers = new Callers(counting(calls), Duration.ZERO);

        assertThatThrownBy(() -> callers.perSecond(() -> {
                    throw new IllegalStateException("No reload");
                }))
                .hasMessage("No reload");

        long ended = calls.get();
        shortly();
        assertThat(calls).hasValue(ended);
    }

    @Test
    void callsOfTheLead_doNotCount() throws Exception {
        Duration lead = Duration.ofSeconds(1);
        AtomicLong calls = new AtomicLong();
        AtomicLong ahead = new AtomicLong();
        long begin = System.nanoTime();
        Sum sum = new Sum() {
            @Override
            public int add(int one, int other) {
                calls.incrementAndGet();
                if (System.nanoTime() - begin < lead.toNanos()) {
                    ahead.incrementAndGet();
                }
                return one + other;
            }
        };

        Pauses pauses = new Callers(sum, lead).pauses(() -> untilCalledAgain(calls));

        assertThat(ahead).hasPositiveValue();
        assertThat(pauses.count()).isPositive().isLessThanOrEqualTo(calls.get() - ahead.get());
    }

    private static Sum counting(AtomicLong calls) {
        return new Sum() {
            @Override
            public int add(int one, int other) {
                calls.incrementAndGet();
                return one + other;
            }
        };
    }

    private void untilCalled() throws InterruptedException {
        assertThat(called.await(1, TimeUnit.MINUTES)).isTrue();
    }

    /** Each of two callers may still be at one that it began before. */
    private static void untilCalledAgain(AtomicLong calls) {
        long before = calls.get();
        while (calls.get() < before + 3) {
            Thread.onSpinWait();
        }
    }

    private static void shortly() throws InterruptedException {
        new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
    }
}
