package dev.layers.preflight;

import java.util.Locale;
import java.util.regex.Pattern;

/** Text on one line, whatever an artifact brought into it: names of entries may hold line breaks and escapes. */
final class Line {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private Line() {}

    /** Returns {@code text} with escapes in place of control and format characters. */
    static String of(Object text) {
        return UNPRINTABLE.matcher(text.toString()).replaceAll(found -> "\\\\u" + code(found.group()));
    }

    private static String code(String character) {
        return String.format(Locale.ROOT, "%04x", character.codePointAt(0));
    }
}
