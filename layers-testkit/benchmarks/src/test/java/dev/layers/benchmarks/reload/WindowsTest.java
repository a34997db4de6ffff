package dev.layers.benchmarks.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.benchmarks.Calculator;
import dev.layers.benchmarks.Sum;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsTest {
    private final Counted reloading = new Counted();

    @Test
    void reloads_areCountedAndSettled() throws Exception {
        Windows windows = new Windows(reloading, Duration.ofMillis(100), List.of(Pace.QUIET, Pace.FAST));

        windows.pauses(2);

        assertThat(windows.reloads(Pace.QUIET)).isEqualTo(Tally.NONE);
        assertThat(windows.reloads(Pace.FAST).beats()).isEqualTo(10);
        assertThat(windows.reloads(Pace.FAST).made()).isBetween(2, 10);
        assertThat(reloading.settled).isEqualTo(1);
    }

    @Test
    void windowWithoutItsReload_isNoWindow() {
        Windows windows = new Windows(reloading, Duration.ofMillis(300), List.of(Pace.SECOND));

        assertThatThrownBy(() -> windows.calls(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A window of 300 ms with a reload each second had 0 of 0, wanted are 1 at least;"
                        + " measure on a machine that is less busy");
    }

    @Test
    void least_isOneLessThanTheSeconds() {
        assertThat(Pace.SECOND.least(Duration.ofSeconds(5))).isEqualTo(4);
        assertThat(Pace.SECOND.least(Duration.ofSeconds(1))).isEqualTo(1);
        assertThat(Pace.FAST.least(Duration.ofSeconds(5))).isZero();
    }

    @Test
    void tally_saysMadeAndMissed() {
        assertThat(new Tally(50, 100).plus(new Tally(100, 100)).text()).isEqualTo("150 of 200");
        assertThat(Tally.NONE.text()).isEqualTo("none");
    }

    private static final class Counted implements Reloading {
        private int settled;

        @Override
        public Calculator calculator() {
            return new Sum();
        }

        @Override
        public void reload() {
            // nothing is there to be replaced
        }

        @Override
        public void settle() {
            settled++;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
