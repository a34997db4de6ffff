package dev.layers.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

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
    void resultWithoutAPlace_changesNothing() {
        assertThat(page.with("first", 17, "new\n")).isEqualTo(page);
    }
}
