package dev.layers.residue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what became of a row with what was expected. */
final class Expected {
    private Expected() {}

    /** A row must be what it claims where Layers has no part in it. */
    static void without(Row row, Outcome outcome) {
        if (row.without().isUncertain()) {
            return;
        }
        assertThat(outcome.state())
                .as("in a bare layer")
                .isEqualTo(row.without().isRetained() ? "RETAINED" : "COLLECTED");
        assertLines(
                "what is left without Layers", outcome.traces(), row.without().traces());
        assertThat(row.without().isRetained() || !outcome.traces().isEmpty())
                .as("whether it leaves anything")
                .isEqualTo(!row.isHarmless()
                        && (row.without().isRetained()
                                || !row.without().traces().isEmpty()));
    }

    static void with(Row row, Outcome outcome) {
        assertThat(outcome.state())
                .as("with Layers; %s", outcome)
                .isEqualTo(row.with().isRetained() ? "RETAINED" : "COLLECTED");
        assertLines("undone", outcome.undone(), row.with().undone());
        assertLines("findings", outcome.findings(), row.with().findings());
        assertLines("what is left", outcome.traces(), row.with().traces());
    }

    private static void assertLines(String what, List<String> lines, List<String> patterns) {
        List<String> matched = lines.stream()
                .map(line -> patterns.stream()
                        .filter(pattern -> regex(pattern).matcher(line).matches())
                        .findFirst()
                        .orElse(line))
                .toList();
        assertThat(matched).as("%s: %s", what, lines).containsExactlyInAnyOrderElementsOf(patterns);
    }

    private static Pattern regex(String pattern) {
        return Pattern.compile(
                Stream.of(pattern.split("\\{\\}", -1)).map(Pattern::quote).collect(Collectors.joining("\\S+")));
    }
}
