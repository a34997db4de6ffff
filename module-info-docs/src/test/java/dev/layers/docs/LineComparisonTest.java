package dev.layers.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineComparisonTest {
    @Test
    void changedLine_isOneDifference() {
        assertThat(LineComparison.differences("a\nb\nc\n", "a\nx\nc\n"))
                .containsExactly(new LineDifference(2, Optional.of("b"), Optional.of("x")));
    }

    @Test
    void missingLines_areExpectedWhereTheyBelong() {
        assertThat(LineComparison.differences("a\nb\nc\nd\n", "a\nd\n"))
                .containsExactly(
                        new LineDifference(2, Optional.of("b"), Optional.empty()),
                        new LineDifference(2, Optional.of("c"), Optional.empty()));
    }

    @Test
    void additionalLines_areFoundWhereTheyAre() {
        assertThat(LineComparison.differences("a\nd\n", "a\nb\nc\nd\n"))
                .containsExactly(
                        new LineDifference(2, Optional.empty(), Optional.of("b")),
                        new LineDifference(3, Optional.empty(), Optional.of("c")));
    }

    @Test
    void blocksOfUnequalHeight_pairTheLinesTheyHave() {
        assertThat(LineComparison.differences("a\nb\nc\nd\nz\n", "a\nx\nz\ny\n"))
                .containsExactly(
                        new LineDifference(2, Optional.of("b"), Optional.of("x")),
                        new LineDifference(3, Optional.of("c"), Optional.empty()),
                        new LineDifference(3, Optional.of("d"), Optional.empty()),
                        new LineDifference(4, Optional.empty(), Optional.of("y")));
    }

    @Test
    void equalLines_areFoundBehindADifference() {
        assertThat(LineComparison.differences("a\nb\nc\na\nb\n", "b\nc\nx\na\nb\n"))
                .containsExactly(
                        new LineDifference(1, Optional.of("a"), Optional.empty()),
                        new LineDifference(3, Optional.empty(), Optional.of("x")));
    }

    @Test
    void lineEndings_areNoDifference() {
        assertThat(LineComparison.differences("a\nb\n", "a\r\nb\r\n")).isEmpty();
    }

    @Test
    void emptyText_lacksEveryLine() {
        assertThat(LineComparison.differences("a\n", ""))
                .containsExactly(new LineDifference(1, Optional.of("a"), Optional.empty()));
    }
}
