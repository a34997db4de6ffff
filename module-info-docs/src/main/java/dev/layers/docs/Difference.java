package dev.layers.docs;

import java.nio.file.Path;
import java.util.Optional;

/** A place where the pages on disk are not as they would be written. */
record Difference(String place, String expected, String found) {
    static Difference missing(Path page) {
        return new Difference(page.toString(), "a page", "nothing");
    }

    static Difference stale(Path page) {
        return new Difference(page.toString(), "nothing, no such module was given", "a page");
    }

    static Difference line(Path page, LineDifference line) {
        return new Difference(page + ":" + line.number(), quoted(line.expected()), quoted(line.found()));
    }

    String text() {
        return String.join(System.lineSeparator(), place, "  expected: " + expected, "  found:    " + found);
    }

    private static String quoted(Optional<String> line) {
        return line.map(text -> "'" + text + "'").orElse("nothing");
    }
}
