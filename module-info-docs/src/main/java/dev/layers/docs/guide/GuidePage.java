package dev.layers.docs.guide;

import dev.layers.docs.render.HtmlArticle.Heading;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A page of a guide.
 *
 * @param place of its file below that of the guide's index, with slashes
 * @param title its first heading
 * @param html what it says, its title included
 * @param headings those that links may lead to, in order
 * @param links to pages and their places
 * @param dangling what is wrong with links to files that are no pages, one line each
 */
public record GuidePage(
        String place, String title, String html, List<Heading> headings, List<GuideLink> links, List<String> dangling) {
    Set<String> anchors() {
        return headings.stream().map(Heading::id).collect(Collectors.toUnmodifiableSet());
    }
}
