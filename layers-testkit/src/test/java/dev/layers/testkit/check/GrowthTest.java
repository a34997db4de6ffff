package dev.layers.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrowthTest {
    private final Growth growth = new Growth();

    @Test
    void growthInEachRound_isFound() {
        for (int round = 0; round < 20; round++) {
            growth.add(new Growth.Sample(10 + round, 1000 + 2 * round));
        }

        assertThat(growth.found())
                .containsExactly(
                        new LeftOver("GROWTH", "threads of the JVM grew from 19 to 29 over the last 10 rounds"),
                        new LeftOver("GROWTH", "classes of the JVM grew from 1018 to 1038 over the last 10 rounds"));
    }

    @Test
    void fewerThanOneInARound_areNone() {
        for (int round = 0; round < 20; round++) {
            growth.add(new Growth.Sample(10 + round * 7 / 10, 1000));
        }

        assertThat(growth.found()).isEmpty();
    }

    @Test
    void growthAtTheBegin_isNone() {
        for (int round = 0; round < 40; round++) {
            growth.add(new Growth.Sample(Math.min(10 + round, 25), 1000 + Math.min(100 * round, 900)));
        }

        assertThat(growth.found()).isEmpty();
    }

    @Test
    void fewRounds_showNothing() {
        for (int round = 0; round < 19; round++) {
            growth.add(new Growth.Sample(10 + round, 1000));
        }

        assertThat(growth.found()).isEmpty();
    }
}
