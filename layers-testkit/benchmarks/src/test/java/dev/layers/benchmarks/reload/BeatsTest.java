package dev.layers.benchmarks.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BeatsTest {
    private final FakeClock clock = new FakeClock();

    @Test
    void quickWork_isDoneAtEachBeat() throws Exception {
        Beats beats = new Beats(Duration.ofSeconds(2), Duration.ofMillis(20));

        int done = beats.run(clock, () -> clock.pass(Duration.ofMillis(1)));

        assertThat(done).isEqualTo(100).isEqualTo(beats.count());
        assertThat(clock.now()).isEqualTo(Duration.ofSeconds(2).toNanos());
    }

    @Test
    void workThatOverruns_leavesBeatsOut() throws Exception {
        Beats beats = new Beats(Duration.ofSeconds(2), Duration.ofMillis(20));

        int done = beats.run(clock, () -> clock.pass(Duration.ofMillis(25)));

        assertThat(done).isEqualTo(50);
        assertThat(beats.count()).isEqualTo(100);
    }

    @Test
    void oneEachSecond_isInTheMiddleOfEach() throws Exception {
        StringBuilder times = new StringBuilder();

        int done = Pace.SECOND
                .beats(Duration.ofSeconds(2))
                .run(clock, () -> times.append(Duration.ofNanos(clock.now())).append(' '));

        assertThat(done).isEqualTo(2);
        assertThat(times).hasToString("PT0.5S PT1.5S ");
    }

    @Test
    void quietWindow_hasNoBeat() throws Exception {
        Beats beats = Pace.QUIET.beats(Duration.ofSeconds(1));

        assertThat(beats.run(clock, () -> clock.pass(Duration.ofMillis(1)))).isZero();
        assertThat(beats.count()).isZero();
        assertThat(clock.now()).isEqualTo(Duration.ofSeconds(1).toNanos());
    }

    private static final class FakeClock implements Beats.Clock {
        private long now;

        void pass(Duration time) {
            now += time.toNanos();
        }

        @Override
        public long now() {
            return now;
        }

        @Override
        public void sleepUntil(long time) {
            now = Math.max(now, time);
        }
    }
}
