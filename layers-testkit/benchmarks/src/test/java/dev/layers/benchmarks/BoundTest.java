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
    void whatIsNoNumber_isUnknown() {
        assertThat(Bound.ratio("load", 3, Double.NaN).outcome()).isEqualTo(Bound.Outcome.UNKNOWN);
        assertThat(Bound.number("heap", 3, Double.POSITIVE_INFINITY).outcome()).isEqualTo(Bound.Outcome.UNKNOWN);
        assertThat(Bound.number("heap", 3, Double.NEGATIVE_INFINITY).isKept()).isFalse();
    }

    @Test
    void ratioOfNothing_isUnknown() {
        assertThat(Bound.ratio("metaspace", 3, 0).outcome()).isEqualTo(Bound.Outcome.UNKNOWN);
        assertThat(Bound.ratio("metaspace", 3, -1).outcome()).isEqualTo(Bound.Outcome.UNKNOWN);
        assertThat(Bound.number("classes left", 3, -1).isKept()).isTrue();
    }

    @Test
    void text_tellsWhatWasFoundAndWanted() {
        assertThat(Bound.ratio("load of 100 modules", 3, 3.1).text())
                .isEqualTo("exceeded  ratio: load of 100 modules: found 3.10, wanted at most 3.00");
    }
}
