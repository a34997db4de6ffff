package dev.layers.benchmarks.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlopeTest {
    @Test
    void growthWithoutNoise_hasNoError() {
        Slope slope = Slope.of(points(5, 8, 11, 14));

        assertThat(slope.perStep()).isEqualTo(3, within(1e-9));
        assertThat(slope.error()).isEqualTo(0, within(1e-9));
        assertThat(slope.isZero()).isFalse();
    }

    @Test
    void noiseWithoutGrowth_isZero() {
        assertThat(Slope.of(points(5, 7, 5, 7, 5)).isZero()).isTrue();
    }

    @Test
    void error_isThatOfTheSlope() {
        // residues of 1, -2, 1 around a line through 1, 2, 3 over steps 0, 1, 2
        assertThat(Slope.of(points(2, 0, 4)).error()).isEqualTo(Math.sqrt(3), within(1e-9));
    }

    @Test
    void twoPoints_areRefused() {
        assertThatThrownBy(() -> Slope.of(points(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 points tell no error of a slope, three are needed");
    }

    private static List<Slope.Point> points(double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(step -> new Slope.Point(step, values[step]))
                .toList();
    }
}
