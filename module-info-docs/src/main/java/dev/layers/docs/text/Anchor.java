package dev.layers.docs.text;

import java.util.stream.Collectors;

/** The name of a place on a page. */
final class Anchor {
    private static final String KEPT = ".-";

    private Anchor() {}

    /** Returns ASCII that is another for another {@code subject}. */
    static String of(String subject) {
        return subject.codePoints().mapToObj(Anchor::of).collect(Collectors.joining());
    }

    private static String of(int character) {
        boolean kept = character < 0x80 && (Character.isLetterOrDigit(character) || KEPT.indexOf(character) >= 0);
        return kept ? Character.toString(character) : "_" + Integer.toHexString(character) + "_";
    }
}
