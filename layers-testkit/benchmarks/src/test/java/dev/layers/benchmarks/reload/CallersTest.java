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

class CallersTest {
    @Test
    void wrongAnswer_endsTheMeasurement() {
        Callers callers = new Callers(
                new Sum() {
                    @Override
                    public int add(int one, int other) {
                        return one;
                    }
                },
                Duration.ZERO);

        assertThatThrownBy(() -> callers.perSecond(CallersTest::shortly))
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
                        throw new UnsupportedOperationException("No sums");
                    }
                },
                Duration.ZERO);

        assertThatThrownBy(() -> callers.pauses(CallersTest::shortly))
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
        AtomicLong calls = new AtomicLong();
        Callers callers = new Callers(counting(calls), Duration.ofMillis(200));
        AtomicLong ahead = new AtomicLong();

        Pauses pauses = callers.pauses(() -> {
            ahead.set(calls.get());
            shortly();
        });

        assertThat(ahead).hasPositiveValue();
        assertThat(pauses.count()).isPositive().isLessThanOrEqualTo(calls.get() - ahead.get() + 2);
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

    private static void shortly() throws InterruptedException {
        new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
    }
}
