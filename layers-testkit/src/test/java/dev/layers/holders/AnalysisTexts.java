package dev.layers.holders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of the analysis, from its sources; {@code …} stands for what differs. */
final class AnalysisTexts {
    private static final Path SOURCES = Path.of("../layers-core/src/main/java/dev/layers/internal/cause");

    /** They put words to steps and roots, not to causes. */
    private static final List<String> OF_PATHS = List.of("Held.java", "RootText.java", "StepText.java", "Way.java");

    /** It tells two causes apart, and is never shown. */
    private static final String KEY = "in native code";

    private static final Pattern COMMENT = Pattern.compile("//.*|(?s:/\\*.*?\\*/)");
    private static final Pattern PART = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern TEXT = Pattern.compile(PART.pattern() + "(?:\\s*\\+\\s*" + PART.pattern() + ")*");
    private static final Pattern WORDS = Pattern.compile("\\p{Alpha}+ \\p{Alpha}+");

    private AnalysisTexts() {}

    /** Returns what stands in the sources as text. */
    static List<String> all() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.filter(file -> !OF_PATHS.contains(file.getFileName().toString()))
                    .flatMap(file -> texts(read(file)))
                    .toList();
        }
    }

    /** Returns the parts of those texts between what differs, as far as they are words. */
    static List<String> sentences() throws IOException {
        return all().stream()
                .flatMap(text -> Stream.of(text.split("…")))
                .map(String::strip)
                .filter(part -> WORDS.matcher(part).find())
                .filter(part -> !part.equals(KEY))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> texts(String source) {
        return TEXT.matcher(COMMENT.matcher(source).replaceAll("")).results().map(found -> joined(found.group()));
    }

    private static String joined(String literals) {
        Matcher parts = PART.matcher(literals);
        return parts.results()
                .map(part -> part.group(1))
                .collect(Collectors.joining())
                .replaceAll("[*#]", "…");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
