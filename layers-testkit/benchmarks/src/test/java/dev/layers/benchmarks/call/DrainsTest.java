package dev.layers.benchmarks.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.benchmarks.Calculator;
import dev.layers.benchmarks.Sum;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class DrainsTest {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch leaving = new CountDownLatch(1);

    private enum Kind {
        COUNTED(Drains.Counted::new),
        ADDED(Drains.Added::new),
        LOCKED(Drains.Locked::new);

        private final UnaryOperator<Calculator> drain;

        Kind(UnaryOperator<Calculator> drain) {
            this.drain = drain;
        }
    }

    @ParameterizedTest
    @EnumSource
    void drain_waitsForTheCallInFlight(Kind kind) throws Exception {
        DrainedCalculator calculator = (DrainedCalculator) kind.drain.apply(new Slow());
        CompletableFuture<Integer> call = CompletableFuture.supplyAsync(() -> calculator.add(1, 2));
        assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> drained = CompletableFuture.runAsync(calculator::drain);
        assertThatThrownBy(() -> drained.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        leaving.countDown();

        drained.get(30, TimeUnit.SECONDS);
        assertThat(call.get(30, TimeUnit.SECONDS)).isEqualTo(3);
        assertThatThrownBy(() -> calculator.add(1, 2)).isInstanceOf(IllegalStateException.class);
    }

    private final class Slow extends Sum {
        @Override
        public int add(int one, int other) {
            entered.countDown();
            try {
                leaving.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return one + other;
        }
    }
}
