package dev.layers.others;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page for people of other systems. A line {@code <!-- Pf4jIT unloaded -->} says of the code block below it that it is
 * the region {@code unloaded} of that test; in a block of text, what the text block of the region says.
 */
record OtherSystemsPage(String text) {
    static final Path PLACE = Path.of("../../docs/other-systems.md");

    private static final Path SOURCES = Path.of("src/test/java/dev/layers/others");
    private static final Pattern BLOCK = Pattern.compile("<!-- (\\w+) ([\\w-]+) -->\n```(\\w+)\n((?s:.*?))```\n");
    private static final Pattern FENCE = Pattern.compile("^```\\w+$", Pattern.MULTILINE);
    private static final Pattern REFERENCE = Pattern.compile("`(\\w+IT)\\.(\\w+)`");

    static OtherSystemsPage committed() throws IOException {
        return new OtherSystemsPage(Files.readString(PLACE));
    }

    /** Returns the page with the blocks as the tests have them now. */
    OtherSystemsPage brought() {
        return new OtherSystemsPage(BLOCK.matcher(text)
                .replaceAll(block -> Matcher.quoteReplacement(
                        text.substring(block.start(), block.start(4)) + code(block) + "```\n")));
    }

    /** Returns how many blocks come from tests. */
    long regions() {
        return BLOCK.matcher(text).results().count();
    }

    /** Returns how many blocks there are. */
    long blocks() {
        return FENCE.matcher(text).results().count();
    }

    /** Returns the tests that the page names, as {@code Pf4jIT.unloaded}. */
    List<String> tests() {
        return REFERENCE
                .matcher(text)
                .results()
                .map(reference -> reference.group(1) + "." + reference.group(2))
                .toList();
    }

    private static String code(MatchResult block) {
        String region = region(block.group(1), block.group(2));
        return block.group(3).equals("text")
                ? textBlock(region)
                : region.stripTrailing().stripIndent() + "\n";
    }

    private static String region(String type, String region) {
        String source = source(type);
        String start = "// @start region=\"" + region + "\"\n";
        int begin = source.indexOf(start);
        int end = source.indexOf("// @end", begin);
        if (begin < 0 || end < 0) {
            throw new IllegalStateException(PLACE + ": region '" + region + "' not found in " + type);
        }
        return source.substring(begin + start.length(), source.lastIndexOf('\n', end) + 1);
    }

    private static String textBlock(String region) {
        int begin = region.indexOf("\"\"\"\n") + 4;
        int end = region.lastIndexOf("\"\"\"");
        String block = region.substring(begin, end).stripIndent();
        return block.endsWith("\n") ? block : block + "\n";
    }

    private static String source(String type) {
        try {
            return Files.readString(SOURCES.resolve(type + ".java"));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
