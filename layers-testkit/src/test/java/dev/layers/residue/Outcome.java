package dev.layers.residue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of the module of one row; a line that a JVM of its own writes.
 *
 * @param state COLLECTED, RETAINED, or what went wrong
 * @param traces what the public API shows afterwards and did not show before
 * @param undone what Layers has undone
 * @param findings what Layers has found
 */
record Outcome(String name, String state, List<String> traces, List<String> undone, List<String> findings) {
    private static final String BETWEEN = "\u0001";

    /** Returns what is written where the module itself failed. */
    static Outcome failure(String name, Throwable failure) {
        String state = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(Throwable::toString)
                .collect(Collectors.joining(" caused by "));
        return new Outcome(name, state.replaceAll("\\s", " "), List.of(), List.of(), List.of());
    }

    String line() {
        return String.join("\t", name, state, joined(traces), joined(undone), joined(findings));
    }

    static Outcome of(String line) {
        String[] parts = line.split("\t", -1);
        return new Outcome(parts[0], parts[1], split(parts[2]), split(parts[3]), split(parts[4]));
    }

    private static String joined(List<String> texts) {
        return texts.stream().map(text -> text.replaceAll("\\s", " ")).collect(Collectors.joining(BETWEEN));
    }

    private static List<String> split(String texts) {
        return texts.isEmpty() ? List.of() : Arrays.asList(texts.split(BETWEEN));
    }
}
