package dev.layers.internal.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.internal.time.Deadline;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
    private final Deliveries deliveries = new Deliveries();

    @Test
    void shutting_takesPlaceAtOnceWhenNoneIsUnderWay() {
        assertThat(deliveries.enter(() -> {})).isTrue();
        deliveries.leave();

        assertThat(deliveries.shut(Deadline.in(Duration.ZERO))).isTrue();

        assertThat(deliveries.isShut()).isTrue();
        assertThat(deliveries.enter(() -> {})).isFalse();
        assertThat(deliveries.isCurrentThreadInside()).isFalse();
    }

    @Test
    void shuttingThatComesToItsDeadline_changesNothing() {
        deliveries.enter(() -> {});

        assertThat(deliveries.shut(Deadline.in(Duration.ofMillis(1)))).isFalse();

        assertThat(deliveries.isShut()).isFalse();
        assertThat(deliveries.enter(() -> {})).isTrue();
    }

    @Test
    void shutting_waitsForTheLastOneToLeave() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leaving = new CountDownLatch(1);
        Thread delivering = new Thread(() -> {
            deliveries.enter(() -> {});
            entered.countDown();
            Deadline.in(Duration.ofMinutes(1)).await(leaving::await);
            deliveries.leave();
        });
        delivering.start();
        entered.await();

        CompletableFuture<Boolean> shut =
                CompletableFuture.supplyAsync(() -> deliveries.shut(Deadline.in(Duration.ofMinutes(1))));
        assertThat(shut).isNotDone();
        leaving.countDown();

        assertThat(shut.join()).isTrue();
        assertThat(deliveries.isShut()).isTrue();
    }

    @Test
    void reopening_returnsWhatCameMeanwhile() {
        Runnable late = () -> {};
        deliveries.shut(Deadline.in(Duration.ZERO));
        deliveries.enter(late);

        assertThat(deliveries.reopen()).containsExactly(late);

        assertThat(deliveries.isShut()).isFalse();
        assertThat(deliveries.enter(late)).isTrue();
        assertThat(deliveries.reopen()).isEmpty();
    }

    @Test
    void reopening_comesToNothingAfterTheEnd() {
        deliveries.shut(Deadline.in(Duration.ZERO));
        deliveries.enter(() -> {});
        deliveries.shut();
        deliveries.enter(() -> {});

        assertThat(deliveries.reopen()).isEmpty();

        assertThat(deliveries.isShut()).isTrue();
    }

    @Test
    void deliveryWithinAnother_leavesTheThreadInside() {
        deliveries.enter(() -> {});
        deliveries.enter(() -> {});

        deliveries.leave();

        assertThat(deliveries.isCurrentThreadInside()).isTrue();
        deliveries.leave();
        assertThat(deliveries.isCurrentThreadInside()).isFalse();
    }

    @Test
    void shuttingWithoutDeadline_doesNotWait() {
        deliveries.enter(() -> {});

        deliveries.shut();

        assertThat(deliveries.enter(() -> {})).isFalse();
        assertThat(deliveries.isCurrentThreadInside()).isTrue();
    }
}
