package dev.layers.docs.render;

import static j2html.TagCreator.a;
import static j2html.TagCreator.code;
import static j2html.TagCreator.each;
import static j2html.TagCreator.span;

import dev.layers.docs.text.Word;
import dev.layers.docs.text.Words;
import j2html.tags.DomContent;
import java.util.Locale;

/** Words as HTML. */
final class HtmlWords {
    private static final String ENDING = ".html";

    private HtmlWords() {}

    static DomContent of(Words words) {
        return each(words.words().stream().map(HtmlWords::of).toArray(DomContent[]::new));
    }

    /** Returns what leads to another page of the same directory. */
    static String href(String page) {
        return Href.between("", page + ENDING, "");
    }

    private static DomContent of(Word word) {
        if (word instanceof Word.Code code) {
            return code(HtmlText.name(code.text()));
        }
        if (word instanceof Word.Label label) {
            return span(HtmlText.plain(label.text()))
                    .withClasses("label", "label-" + label.tone().name().toLowerCase(Locale.ROOT));
        }
        if (word instanceof Word.Link link) {
            return a(of(link.label())).withHref(Href.between("", link.page() + ENDING, link.anchor()));
        }
        if (word instanceof Word.Place place) {
            return span(of(place.label())).withId(place.anchor());
        }
        return HtmlText.plain(((Word.Plain) word).text());
    }
}
