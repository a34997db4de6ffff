package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "1, 1 ms",
        "999, 999 ms",
        "1000, 1 s",
        "1500, 1.5 s",
        "1050, 1.05 s",
        "1001, 1.001 s",
        "10000, 10 s",
        "60100, 60.1 s"
    })
    void duration_isShort(long millis, String text) {
        assertThat(Text.of(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @Test
    void fractionsOfAMillisecond_areRounded() {
        assertThat(Text.of(Duration.ofNanos(1_999_999))).isEqualTo("2 ms");
        assertThat(Text.of(Duration.ofNanos(1_499_999))).isEqualTo("1 ms");
        assertThat(Text.of(Duration.ofNanos(999_999_999))).isEqualTo("1 s");
    }

    @Test
    @DefaultLocale("ar-EG-u-nu-arab")
    void text_isTheSameInEveryLocale() {
        assertThat(Text.of(Duration.ofMillis(1_250))).isEqualTo("1.25 s");
    }
}
