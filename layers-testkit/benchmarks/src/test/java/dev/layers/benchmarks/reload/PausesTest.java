package dev.layers.benchmarks.reload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PausesTest {
    @Test
    void quantile_isAnEighthTooLongAtMost() {
        Pauses pauses = new Pauses();
        for (long nanos = 1; nanos <= 10_000; nanos++) {
            pauses.add(nanos);
        }

        assertThat(pauses.quantile(0.5)).isBetween(5_000L, 5_625L);
        assertThat(pauses.quantile(1)).isEqualTo(10_000);
    }

    @Test
    void onePauseOfAHundredThousand_isNotWithin9999OfTenThousand() {
        Pauses pauses = new Pauses();
        for (int call = 0; call < 99_999; call++) {
            pauses.add(100);
        }
        pauses.add(5_000_000);

        assertThat(pauses.quantile(0.9999)).isBetween(100L, 112L);
        assertThat(pauses.longest()).isEqualTo(5_000_000);
    }

    @Test
    void pausesOfTwoThreads_areTogether() {
        Pauses all = new Pauses();
        all.add(100);
        Pauses other = new Pauses();
        other.add(1_000_000);

        all.add(other);

        assertThat(all.longest()).isEqualTo(1_000_000);
        assertThat(all.quantile(0.5)).isBetween(100L, 112L);
    }
}
