package dev.layers.internal.snapshot;

import dev.layers.preflight.Rule;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells names that stay inside an artifact from those that lead out of it, or nowhere. */
final class EntryName {
    private EntryName() {}

    /** Finds what is wrong with {@code name} and ends the reading if it leads too deep. */
    static void check(String name, Limits limits, Findings findings) throws ArtifactDefect {
        fault(name).ifPresent(fault -> findings.add(Rule.ENTRY_NAME, "entry " + quoted(name) + " " + fault));
        int depth = depth(name);
        if (depth > limits.depth()) {
            throw findings.last(
                    Rule.TOO_DEEP, "the path of entry " + quoted(name) + " has " + depth + " names", limits.depth());
        }
    }

    /** Returns what is wrong with {@code name}, that of a file or, with {@code /} at its end, of a directory. */
    static Optional<String> fault(String name) {
        if (name.isEmpty()) {
            return Optional.of("has no name");
        }
        int start = 0;
        for (int at = 0; at < name.length(); at++) {
            char character = name.charAt(at);
            if (character == '\\') {
                return Optional.of("has '\\' in its path");
            }
            if (Character.isISOControl(character)) {
                return Optional.of("has the character U+" + hexadecimal(character) + " in its name");
            }
            if (character == '/') {
                if (isNoName(name, start, at)) {
                    return Optional.of(segmentFault(name, start, at));
                }
                start = at + 1;
            }
        }
        if (start < name.length() && isNoName(name, start, name.length())) {
            return Optional.of(segmentFault(name, start, name.length()));
        }
        return hasDrive(name) ? Optional.of("begins with a drive") : Optional.empty();
    }

    /** Returns how many names {@code name} consists of. */
    static int depth(String name) {
        int depth = 1;
        for (int at = name.indexOf('/'); at >= 0 && at < name.length() - 1; at = name.indexOf('/', at + 1)) {
            depth++;
        }
        return depth;
    }

    /** Returns {@code name} in quotes, on one line. */
    static String quoted(String name) {
        return name.chars()
                .mapToObj(character -> Character.isISOControl(character)
                        ? "\\u" + hexadecimal(character)
                        : Character.toString(character))
                .collect(Collectors.joining("", "'", "'"));
    }

    private static boolean isNoName(String name, int start, int end) {
        int length = end - start;
        return length == 0
                || (name.charAt(start) == '.' && (length == 1 || (length == 2 && name.charAt(start + 1) == '.')));
    }

    private static String segmentFault(String name, int start, int end) {
        if (start == end) {
            return start == 0 ? "begins with '/'" : "has an empty name in its path";
        }
        return "has '" + name.substring(start, end) + "' in its path";
    }

    private static boolean hasDrive(String name) {
        return name.length() > 1 && name.charAt(1) == ':' && Character.isLetter(name.charAt(0));
    }

    private static String hexadecimal(int character) {
        return String.format(Locale.ROOT, "%04X", character);
    }
}
