package dev.layers.benchmarks.set;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.benchmarks.Ratios;
import dev.layers.benchmarks.set.SetRounds.Figure;
import dev.layers.benchmarks.systems.Contender;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SetRoundsIT {
    @Test
    void rounds_haveEveryFigureOfEveryWay() throws Exception {
        List<SetWay> ways = SetWay.all();

        Map<Figure, Ratios> figures;
        try (SetRounds rounds = new SetRounds(ways, 3, 2)) {
            figures = rounds.run(1, 2);
        }

        List<String> titles = ways.stream().map(SetWay::title).toList();
        assertThat(titles).startsWith(Contender.BARE.title()).endsWith(SetWay.AT_ONCE);
        assertThat(figures.keySet()).containsExactly(Figure.values());
        assertThat(figures.values())
                .allSatisfy(figure -> assertThat(figure.systems()).isEqualTo(titles));
        assertThat(figures.get(Figure.COLLECTIONS).values(SetWay.AT_ONCE).median())
                .isPositive();
    }
}
