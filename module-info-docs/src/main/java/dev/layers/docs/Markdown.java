package dev.layers.docs;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Markdown text under construction, one block after the other. */
final class Markdown {
    private static final Pattern FITS_CODE_SPAN = Pattern.compile("[^`|\\\\\\p{Cntrl}\\x80-\\x9f\\u2028\\u2029]+");
    private static final int REPLACEMENT_CHARACTER = 0xFFFD;

    private final StringJoiner blocks = new StringJoiner("\n\n", "", "\n");

    Markdown paragraph(String text) {
        blocks.add(text);
        return this;
    }

    Markdown heading(int level, String text) {
        return paragraph("#".repeat(level) + " " + text);
    }

    Markdown list(Collection<String> items) {
        return paragraph(items.stream().map(item -> "- " + item).collect(Collectors.joining("\n")));
    }

    Markdown table(List<String> header, List<List<String>> rows) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(row(header));
        lines.add(row(Collections.nCopies(header.size(), "---")));
        rows.forEach(cells -> lines.add(row(cells)));
        return paragraph(lines.toString());
    }

    String text() {
        return blocks.toString();
    }

    /** Returns a name in code type, whatever characters it has. */
    static String code(String name) {
        return FITS_CODE_SPAN.matcher(name).matches() ? "`" + name + "`" : "<code>" + escaped(name) + "</code>";
    }

    static String codes(Collection<String> names) {
        return names.stream().map(Markdown::code).collect(Collectors.joining(", "));
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    /** A code span knows no escapes and a table splits at each bar, so character references it is. */
    private static String escaped(String name) {
        return name.codePoints().mapToObj(Markdown::escaped).collect(Collectors.joining());
    }

    private static String escaped(int character) {
        if (Character.isISOControl(character) || character == 0x2028 || character == 0x2029) {
            return Character.toString(REPLACEMENT_CHARACTER);
        }
        boolean plain = Character.isLetterOrDigit(character) || character == '.' || character > 0x7F;
        return plain ? Character.toString(character) : "&#" + character + ";";
    }
}
