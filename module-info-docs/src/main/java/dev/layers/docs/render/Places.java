package dev.layers.docs.render;

import dev.layers.docs.render.HtmlArticle.Heading;
import dev.layers.docs.text.Block;
import dev.layers.docs.text.Page;
import dev.layers.docs.text.Slugs;
import dev.layers.docs.text.Word;
import dev.layers.docs.text.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the places of a page that links lead to. */
final class Places {
    private Places() {}

    /** Returns the headings of a page, those without a name being named after their text. */
    static List<Heading> headings(Page page) {
        Slugs slugs = new Slugs(given(page));
        return page.blocks().stream()
                .filter(Block.Heading.class::isInstance)
                .map(block -> heading((Block.Heading) block, slugs))
                .toList();
    }

    /** Returns the names of all places. */
    static Set<String> all(Page page) {
        return Stream.concat(given(page).stream(), headings(page).stream().map(Heading::id))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Heading heading(Block.Heading heading, Slugs slugs) {
        String text = heading.words().text();
        return new Heading(heading.level(), heading.anchor().isEmpty() ? slugs.next(text) : heading.anchor(), text);
    }

    private static Set<String> given(Page page) {
        return page.blocks().stream().flatMap(Places::of).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> of(Block block) {
        if (block instanceof Block.Heading heading) {
            Stream<String> own = heading.anchor().isEmpty() ? Stream.of() : Stream.of(heading.anchor());
            return Stream.concat(own, of(heading.words()));
        }
        if (block instanceof Block.Paragraph paragraph) {
            return of(paragraph.words());
        }
        if (block instanceof Block.Bullets bullets) {
            return bullets.items().stream().flatMap(Places::of);
        }
        if (block instanceof Block.Table table) {
            return table.rows().stream().flatMap(List::stream).flatMap(Places::of);
        }
        return Stream.of();
    }

    private static Stream<String> of(Words words) {
        return words.words().stream().filter(Word.Place.class::isInstance).map(word -> ((Word.Place) word).anchor());
    }
}
