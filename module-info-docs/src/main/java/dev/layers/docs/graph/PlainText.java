package dev.layers.docs.graph;

import java.util.stream.Collectors;

/** Text of input without characters that no format shows as they are: controls, halves of pairs, changes of direction. */
final class PlainText {
    private static final int REPLACEMENT_CHARACTER = 0xFFFD;

    private PlainText() {}

    static String of(String text) {
        return text.codePoints()
                .map(character -> isShown(character) ? character : REPLACEMENT_CHARACTER)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> (character & 0xFFFE) != 0xFFFE;
        };
    }
}
