package dev.layers.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ResultsPageTest {
    private final ResultsPage page = new ResultsPage("""
            ## Loads

            <!-- measured: load 17 -->
            old
            <!-- end -->
            <!-- measured: load 25 -->
            kept
            <!-- end -->
            """);

    @Test
    void result_takesItsPlace() {
        assertThat(page.with("load", 17, "$1 new\n").text()).isEqualTo("""
                ## Loads

                <!-- measured: load 17 -->

                $1 new

                <!-- end -->
                <!-- measured: load 25 -->
                kept
                <!-- end -->
                """);
    }

    @Test
    void resultTakenTwice_isThereOnce() {
        ResultsPage once = page.with("load", 25, "new\n");

        assertThat(once.with("load", 25, "new\n")).isEqualTo(once);
    }

    @Test
    void resultWithoutAPlace_isRefused() {
        assertThatThrownBy(() -> page.with("load", 21, "new\n"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The page has no place for 'load' on JDK 21; add '<!-- measured: load 21 -->' and"
                        + " '<!-- end -->' where it is to stand");
    }

    @Test
    void performancePage_hasAPlaceForEachMeasurement() throws Exception {
        ResultsPage real = new ResultsPage(Files.readString(Path.of("../../docs/performance.md")));

        for (Measurement measurement : Suite.ALL) {
            for (int release : new int[] {17, 25}) {
                String result = "result of " + measurement.name() + " on " + release;
                assertThat(real.with(measurement.name(), release, result).text())
                        .contains(result);
            }
        }
    }
}
