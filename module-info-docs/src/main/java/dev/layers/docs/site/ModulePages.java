package dev.layers.docs.site;

import dev.layers.docs.render.HtmlArticle;
import dev.layers.docs.render.Navigation.Entry;
import dev.layers.docs.render.Navigation.Section;
import dev.layers.docs.text.Page;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The HTML pages about modules, the overview first.
 *
 * @param directory of their files below that of the site, with a slash behind; empty if it is that
 */
record ModulePages(List<Page> pages, String directory) {
    /** Returns the place of the page about all modules. */
    String overview() {
        return place(pages.get(0));
    }

    Stream<HtmlArticle> articles() {
        return pages.stream().map(page -> HtmlArticle.of(page, place(page)));
    }

    Stream<Section> sections() {
        return Stream.of(Chapter.OVERVIEW, Chapter.CONTRACTS, Chapter.MODULES)
                .map(chapter -> new Section(chapter.title(), overview(), entries(chapter)))
                .filter(section -> !section.entries().isEmpty());
    }

    /** Returns the anchors of the page at a place. */
    Optional<Set<String>> anchors(String place) {
        return pages.stream()
                .filter(page -> place(page).equals(place))
                .findFirst()
                .map(HtmlArticle::anchors);
    }

    private List<Entry> entries(Chapter chapter) {
        return pages.stream()
                .filter(page -> Chapter.of(page) == chapter)
                .map(page -> chapter.entry(page, place(page)))
                .toList();
    }

    private String place(Page page) {
        return directory + page.name() + Format.HTML.ending();
    }
}
