package dev.layers.docs.graph;

import java.util.ArrayList;
import java.util.List;

/** How wide text is at most, in pixels, whatever sans serif the reader has: as in DejaVu Sans, the widest of the common ones. */
final class TextWidth {
    static final double NAME_SIZE = 13;
    static final double NOTE_SIZE = 11;
    private static final String NARROW = "ijlI'|";
    private static final String SLIM = ".,:;! ()[]ft/\\-r\"`{}";
    private static final String WIDE = "mwMWQ@%&\u2026";

    private TextWidth() {}

    static double ofName(String text) {
        return NAME_SIZE * ems(text);
    }

    static double ofNote(String text) {
        return NOTE_SIZE * ems(text);
    }

    /** Returns lines of words, none wider than so many pixels unless a word is. */
    static List<String> wrapped(String note, double width) {
        List<String> lines = new ArrayList<>();
        for (String word : note.split(" ", -1)) {
            int last = lines.size() - 1;
            if (last >= 0 && ofNote(lines.get(last) + " " + word) <= width) {
                lines.set(last, lines.get(last) + " " + word);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }

    private static double ems(String text) {
        return text.codePoints().mapToDouble(TextWidth::em).sum();
    }

    private static double em(int character) {
        if (NARROW.indexOf(character) >= 0) {
            return 0.34;
        }
        if (SLIM.indexOf(character) >= 0) {
            return 0.46;
        }
        if (WIDE.indexOf(character) >= 0 || character > '~') {
            return 1.05;
        }
        boolean isLarge = (character >= 'A' && character <= 'Z') || "#+=<>~^*".indexOf(character) >= 0;
        return isLarge ? 0.84 : 0.65;
    }
}
