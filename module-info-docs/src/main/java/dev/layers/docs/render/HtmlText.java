package dev.layers.docs.render;

import static j2html.TagCreator.each;
import static j2html.TagCreator.text;
import static j2html.TagCreator.wbr;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Characters of names and texts, none of which is markup in what comes out. */
final class HtmlText {
    private static final Pattern BREAK = Pattern.compile("(?<=[./$])(?=[^0-9])");
    private static final int REPLACEMENT_CHARACTER = 0xFFFD;

    private HtmlText() {}

    static DomContent plain(String text) {
        return text(shown(text));
    }

    /** Returns a name whose line may break after each dot. */
    static DomContent name(String name) {
        List<DomContent> parts = new ArrayList<>();
        for (String part : BREAK.split(shown(name), -1)) {
            if (!parts.isEmpty()) {
                parts.add(wbr());
            }
            parts.add(text(part));
        }
        return each(parts.toArray(DomContent[]::new));
    }

    /** Returns the characters that HTML can have; others are shown as replaced. */
    static String shown(String text) {
        if (text.codePoints().allMatch(HtmlText::isShown)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(character -> shown.appendCodePoint(isShown(character) ? character : REPLACEMENT_CHARACTER));
        return shown.toString();
    }

    private static boolean isShown(int character) {
        boolean isSpace = character == '\n' || character == '\t';
        boolean isHalf = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        boolean isNoCharacter = (character & 0xFFFE) == 0xFFFE;
        return isSpace || !(Character.isISOControl(character) || isHalf || isNoCharacter);
    }
}
