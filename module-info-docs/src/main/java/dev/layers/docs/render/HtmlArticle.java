package dev.layers.docs.render;

import dev.layers.docs.text.Page;
import java.util.List;
import java.util.Set;

/**
 * What a page of a site says, without what surrounds it.
 *
 * @param place of its file below the site's directory, with slashes
 * @param html escaped already
 * @param headings those that links lead to, in order
 */
public record HtmlArticle(String place, String title, String html, List<Heading> headings) {
    /** A heading; level 1 is that of the page. */
    public record Heading(int level, String id, String text) {}

    public HtmlArticle {
        headings = List.copyOf(headings);
    }

    /** Returns a page at a place of a site. */
    public static HtmlArticle of(Page page, String place) {
        List<Heading> headings = Places.headings(page);
        return new HtmlArticle(place, page.title(), HtmlBody.of(page, headings), headings);
    }

    /** Returns the names of all places that links may lead to on a page. */
    public static Set<String> anchors(Page page) {
        return Places.all(page);
    }
}
