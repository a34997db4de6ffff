package dev.layers.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    /** What {@code System.nanoTime} would say; it may begin anywhere and may wrap around. */
    private long now = Long.MAX_VALUE - Duration.ofSeconds(2).toNanos();

    @Test
    void deadline_countsDownToZero() {
        Deadline deadline = in(Duration.ofSeconds(5));

        pass(Duration.ofSeconds(3));

        assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(2));
        assertThat(deadline.elapsed()).isEqualTo(Duration.ofSeconds(3));
        assertThat(deadline.isPast()).isFalse();
    }

    @Test
    void deadline_isPastTheMomentItsTimeIsUp() {
        Deadline deadline = in(Duration.ofSeconds(5));

        pass(Duration.ofSeconds(5).minusNanos(1));
        boolean before = deadline.isPast();
        pass(Duration.ofNanos(1));

        assertThat(before).isFalse();
        assertThat(deadline.isPast()).isTrue();
    }

    @Test
    void remaining_isNeverNegative() {
        Deadline deadline = in(Duration.ofSeconds(1));

        pass(Duration.ofSeconds(9));

        assertThat(deadline.remaining()).isZero();
        assertThat(deadline.elapsed()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void endlessLimit_doesNotOverflow() {
        Deadline deadline = in(ChronoUnit.FOREVER.getDuration());

        pass(Duration.ofDays(365));

        assertThat(deadline.isPast()).isFalse();
        assertThat(deadline.remaining()).isEqualTo(Duration.ofDays(36_500 - 365));
    }

    @Test
    void negativeLimit_isPastAtOnce() {
        assertThat(in(Duration.ofNanos(-1)).isPast()).isTrue();
        assertThat(in(Duration.ofSeconds(Long.MIN_VALUE)).remaining()).isZero();
    }

    @Test
    void within_isTheEarlierOfBoth() {
        Deadline deadline = in(Duration.ofSeconds(5));

        pass(Duration.ofSeconds(2));

        assertThat(deadline.within(Duration.ofSeconds(1)).remaining()).isEqualTo(Duration.ofSeconds(1));
        assertThat(deadline.within(Duration.ofSeconds(4)).remaining()).isEqualTo(Duration.ofSeconds(3));
        assertThat(deadline.within(ChronoUnit.FOREVER.getDuration()).remaining())
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void within_countsItsOwnTime() {
        Deadline deadline = in(Duration.ofSeconds(5));
        pass(Duration.ofSeconds(2));

        Deadline share = deadline.within(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));

        assertThat(share.elapsed()).isEqualTo(Duration.ofSeconds(1));
        assertThat(share.isPast()).isTrue();
        assertThat(deadline.isPast()).isFalse();
    }

    @Test
    void within_ofWhatIsPastIsPast() {
        Deadline deadline = in(Duration.ofSeconds(1));

        pass(Duration.ofSeconds(2));

        assertThat(deadline.within(Duration.ofSeconds(9)).isPast()).isTrue();
    }

    @Test
    void await_handsDownTheTimeLeft() {
        Deadline deadline = in(Duration.ofSeconds(5));
        List<Duration> waits = new ArrayList<>();
        pass(Duration.ofSeconds(1));

        boolean come = deadline.await((time, unit) -> waits.add(Duration.of(time, unit.toChronoUnit())));

        assertThat(come).isTrue();
        assertThat(waits).containsExactly(Duration.ofSeconds(4));
    }

    @Test
    void await_outlastsInterruptsAndRestoresTheFlag() {
        Deadline deadline = in(Duration.ofSeconds(5));
        List<Long> waits = new ArrayList<>();

        boolean come = deadline.await((time, unit) -> {
            waits.add(unit.toSeconds(time));
            pass(Duration.ofSeconds(1));
            if (waits.size() < 3) {
                throw new InterruptedException();
            }
            return false;
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(come).isFalse();
        assertThat(waits).containsExactly(5L, 4L, 3L);
    }

    @Test
    void await_leavesTheFlagAloneWithoutInterrupts() {
        boolean come = in(Duration.ZERO).await((time, unit) -> false);

        assertThat(Thread.interrupted()).isFalse();
        assertThat(come).isFalse();
    }

    @Test
    void await_onAnInterruptedThreadWaitsAllTheSame() {
        CountDownLatch done = new CountDownLatch(1);
        done.countDown();
        Thread.currentThread().interrupt();

        boolean come = in(Duration.ofSeconds(1)).await(done::await);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(come).isTrue();
    }

    @Test
    void join_tellsWhetherTheThreadHasEnded() {
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = new Thread(() -> Deadline.in(Duration.ofMinutes(1)).await(end::await));
        thread.start();

        boolean early = Deadline.in(Duration.ZERO).join(thread);
        end.countDown();
        boolean late = Deadline.in(Duration.ofMinutes(1)).join(thread);

        assertThat(early).isFalse();
        assertThat(late).isTrue();
    }

    private Deadline in(Duration limit) {
        return Deadline.in(limit, () -> now);
    }

    private void pass(Duration time) {
        now += TimeUnit.NANOSECONDS.convert(time);
    }
}
