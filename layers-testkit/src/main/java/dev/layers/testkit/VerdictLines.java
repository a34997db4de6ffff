package dev.layers.testkit;

import dev.layers.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** A verdict as lines of a failure message: what it is, and what holds that which was retained. */
final class VerdictLines {
    private VerdictLines() {}

    static List<String> of(Verdict verdict) {
        return Stream.concat(Stream.of(verdict.toString()), retention(verdict)).toList();
    }

    /** Returns what holds that which was retained, with path and advice; nothing of another verdict. */
    static Stream<String> retention(Verdict verdict) {
        return verdict instanceof Verdict.Retained retained
                ? retained.retention().text().lines().map(line -> "  " + line)
                : Stream.empty();
    }

    /** Joins lines to be put below a line of a message. */
    static String joined(List<String> lines) {
        return lines.isEmpty() ? "nothing" : String.join(System.lineSeparator() + "  ", lines);
    }
}
