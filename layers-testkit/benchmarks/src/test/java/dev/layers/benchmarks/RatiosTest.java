package dev.layers.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatiosTest {
    private final Ratios ratios = new Ratios("bare");

    @Test
    void spread_hasQuartilesBetweenTheValues() {
        Spread spread = Spread.of(List.of(4.0, 1.0, 3.0, 2.0));

        assertThat(spread).isEqualTo(new Spread(2.5, 1.75, 3.25));
        assertThat(spread.text()).isEqualTo("2.50 (1.75 to 3.25)");
    }

    @Test
    void spreadText_hasNoMoreDigitsThanItDeserves() {
        assertThat(new Spread(1234.5, 999.4, 1500).text()).isEqualTo("1235 (999 to 1500)");
        assertThat(new Spread(12.34, 10, 15).text()).isEqualTo("12.3 (10.0 to 15.0)");
    }

    @Test
    void ratios_areThoseWithinARound() {
        ratios.add("bare", 10);
        ratios.add("other", 20);
        ratios.add("bare", 100);
        ratios.add("other", 200);

        assertThat(ratios.ratios("other")).isEqualTo(new Spread(2, 2, 2));
        assertThat(ratios.values("other")).isEqualTo(new Spread(110, 65, 155));
    }

    @Test
    void missingRound_isRefused() {
        ratios.add("bare", 10);
        ratios.add("bare", 10);
        ratios.add("other", 20);

        assertThatThrownBy(() -> ratios.ratios("other"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("'other' has 1 rounds, 'bare' has 2; add one value per round");
    }

    @Test
    void givenOrder_isKept() {
        Ratios ordered = new Ratios(List.of("bare", "none", "other"));
        ordered.add("other", 20);
        ordered.add("bare", 10);

        assertThat(ordered.systems()).containsExactly("bare", "other");
        assertThat(ordered.ratios("other").median()).isEqualTo(2);
    }

    @Test
    void unknownSystem_isRefused() {
        ratios.add("bare", 10);

        assertThatThrownBy(() -> ratios.values("other"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'other' was not measured, only [bare]");
    }

    @Test
    void table_isMarkdown() {
        ratios.add("bare", 10);
        ratios.add("other", 20);

        assertThat(new Table("load", "system", "µs", "ratio")
                        .rows("5 classes", ratios)
                        .row("none")
                        .text())
                .isEqualTo("""
                        | load | system | µs | ratio |
                        | --- | --- | --- | --- |
                        | 5 classes | bare | 10.0 (10.0 to 10.0) | 1.00 (1.00 to 1.00) |
                        | 5 classes | other | 20.0 (20.0 to 20.0) | 2.00 (2.00 to 2.00) |
                        | none |  |  |  |
                        """);
    }
}
