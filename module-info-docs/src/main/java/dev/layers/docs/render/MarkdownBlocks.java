package dev.layers.docs.render;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Markdown text under construction, one block after the other. */
final class MarkdownBlocks {
    private static final Pattern FITS_CODE_SPAN = Pattern.compile("[^`|\\\\\\p{Cntrl}\\x80-\\x9f\\u2028\\u2029]+");
    private static final Pattern START = Pattern.compile("^([0-9]*)([-#+=.)])");
    private static final String MARKUP = "\\`*_[]<>|~&";
    private static final int REPLACEMENT_CHARACTER = 0xFFFD;

    private final StringJoiner blocks = new StringJoiner("\n\n", "", "\n");

    MarkdownBlocks paragraph(String text) {
        blocks.add(text);
        return this;
    }

    MarkdownBlocks heading(int level, String text) {
        return paragraph("#".repeat(level) + " " + text);
    }

    MarkdownBlocks list(Collection<String> items) {
        return paragraph(items.stream().map(item -> "- " + item).collect(Collectors.joining("\n")));
    }

    MarkdownBlocks table(List<String> header, List<List<String>> rows) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(row(header));
        lines.add(row(Collections.nCopies(header.size(), "---")));
        rows.forEach(cells -> lines.add(row(cells)));
        return paragraph(lines.toString());
    }

    /** Adds text as it is, between fences that are longer than any in it. */
    MarkdownBlocks listing(String language, String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return paragraph(fence + language + "\n" + text.stripTrailing() + "\n" + fence);
    }

    String text() {
        return blocks.toString();
    }

    /** Returns a name in code type, whatever characters it has. */
    static String code(String name) {
        return FITS_CODE_SPAN.matcher(name).matches() ? "`" + name + "`" : "<code>" + escaped(name) + "</code>";
    }

    /** Returns the text of a paragraph or an item that would begin a list, a heading or a rule. */
    static String start(String text) {
        return START.matcher(text).replaceFirst("$1\\\\$2");
    }

    /** Returns text on one line that Markdown takes for nothing else. */
    static String plain(String text) {
        return text.codePoints().mapToObj(MarkdownBlocks::plain).collect(Collectors.joining());
    }

    private static String plain(int character) {
        return MARKUP.indexOf(character) >= 0 ? "\\" + Character.toString(character) : line(character);
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    /** A code span knows no escapes and a table splits at each bar, so character references it is. */
    private static String escaped(String name) {
        return name.codePoints().mapToObj(MarkdownBlocks::escaped).collect(Collectors.joining());
    }

    private static String line(int character) {
        boolean control = Character.isISOControl(character) || character == 0x2028 || character == 0x2029;
        return Character.toString(control ? REPLACEMENT_CHARACTER : character);
    }

    private static String escaped(int character) {
        boolean plain = Character.isLetterOrDigit(character)
                || character == '.'
                || character > 0x7F
                || Character.isISOControl(character);
        return plain ? line(character) : "&#" + character + ";";
    }
}
