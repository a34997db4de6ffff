package dev.layers.docs.render;

import dev.layers.docs.text.Word;
import dev.layers.docs.text.Words;
import java.util.stream.Collectors;

/** Writes words as Markdown on one line. */
final class MarkdownWords {
    private MarkdownWords() {}

    static String text(Words words) {
        return words.words().stream().map(MarkdownWords::text).collect(Collectors.joining());
    }

    /** Returns what links lead to; nothing for no anchor. */
    static String place(String anchor) {
        return anchor.isEmpty() ? "" : "<a id=\"" + anchor + "\"></a>";
    }

    private static String text(Word word) {
        if (word instanceof Word.Link link) {
            return "[" + text(link.label()) + "](" + target(link) + ")";
        }
        if (word instanceof Word.Place place) {
            return place(place.anchor()) + text(place.label());
        }
        if (word instanceof Word.Code code) {
            return MarkdownBlocks.code(code.text());
        }
        String plain = MarkdownBlocks.plain(word.text());
        return word instanceof Word.Label ? "**" + plain + "**" : plain;
    }

    private static String target(Word.Link link) {
        return link.page() + ".md" + (link.anchor().isEmpty() ? "" : "#" + link.anchor());
    }
}
