package dev.layers.docs.site;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that is not as it would be written.
 *
 * @param diff its lines against those that would be written, as a unified diff; empty unless it is changed
 */
public record Difference(Path file, Kind kind, List<String> diff) {
    /** How a file differs. */
    public enum Kind {
        /** Is not there. */
        MISSING,
        /** Reads otherwise. */
        CHANGED,
        /** Was written once, and would not be again. */
        STALE
    }

    private static final int CONTEXT = 3;

    static Difference missing(Path file) {
        return new Difference(file, Kind.MISSING, List.of());
    }

    static Difference stale(Path file) {
        return new Difference(file, Kind.STALE, List.of());
    }

    /** Returns no difference for texts that differ in the ends of their lines only. */
    static List<Difference> between(Path file, String found, String wanted) {
        List<String> foundLines = found.lines().toList();
        List<String> wantedLines = wanted.lines().toList();
        if (foundLines.equals(wantedLines)) {
            return List.of();
        }
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
                file + " as it is",
                file + " as it would be written",
                foundLines,
                DiffUtils.diff(foundLines, wantedLines),
                CONTEXT);
        return List.of(new Difference(file, Kind.CHANGED, List.copyOf(diff)));
    }

    /** Returns the difference as a person reads it, of as many lines as it takes. */
    public String text() {
        return switch (kind) {
            case MISSING -> file + ": missing";
            case STALE -> file + ": stale, nothing that was given has this page";
            case CHANGED -> String.join(System.lineSeparator(), diff);
        };
    }
}
