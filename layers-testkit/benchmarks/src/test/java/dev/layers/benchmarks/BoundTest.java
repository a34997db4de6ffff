package dev.layers.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundTest {
    @Test
    void whatIsAboveTheMost_isNotKept() {
        assertThat(Bound.ratio("load", 3, 3.1).isKept()).isFalse();
        assertThat(Bound.ratio("load", 3, 3).isKept()).isTrue();
    }

    @Test
    void whatIsNoNumber_isNotKept() {
        assertThat(Bound.ratio("load", 3, Double.NaN).isKept()).isFalse();
    }

    @Test
    void text_tellsWhatWasFoundAndWanted() {
        assertThat(Bound.ratio("load of 100 modules", 3, 3.1).text())
                .isEqualTo("ratio: load of 100 modules: found 3.10, wanted at most 3.00");
    }
}
