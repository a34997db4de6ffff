package dev.layers.internal.drain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Duration CHEAP = Duration.ofNanos(1);

    @Test
    void firstLooks_followAtOnce() {
        Pace pace = new Pace(2, 10);

        List<Duration> pauses = pauses(pace, CHEAP, 3);

        assertThat(pauses).containsExactly(Duration.ZERO, Duration.ZERO, micros(50));
    }

    @Test
    void pauses_growToAMillisecond() {
        Pace pace = new Pace(0, 10);

        List<Duration> pauses = pauses(pace, CHEAP, 7);

        assertThat(pauses)
                .containsExactly(
                        micros(50), micros(100), micros(200), micros(400), micros(800), micros(1000), micros(1000));
    }

    @Test
    void pausesOfDearLooks_growToTheirShare() {
        Pace pace = new Pace(0, 2);

        List<Duration> pauses = pauses(pace, Duration.ofMillis(1), 8);

        assertThat(pauses.get(5)).isEqualTo(micros(1600));
        assertThat(pauses.subList(6, 8)).containsOnly(micros(2000));
    }

    @Test
    void pausesAfterALookThatWasDearOnce_shrinkAgain() {
        Pace pace = new Pace(0, 2);
        pauses(pace, Duration.ofMillis(4), 10);

        List<Duration> pauses = pauses(pace, CHEAP, 2);

        assertThat(pauses).containsExactly(micros(8000), micros(1000));
    }

    private static List<Duration> pauses(Pace pace, Duration cost, int count) {
        return Stream.generate(() -> pace.next(cost)).limit(count).toList();
    }

    private static Duration micros(long number) {
        return Duration.ofNanos(number * 1000);
    }
}
