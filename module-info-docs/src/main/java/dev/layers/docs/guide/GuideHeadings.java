package dev.layers.docs.guide;

import dev.layers.docs.render.HtmlArticle;
import dev.layers.docs.text.Slugs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/** Names the headings of a page, so that links lead to them. */
final class GuideHeadings extends AbstractVisitor {
    private final Slugs slugs = new Slugs(Set.of());
    private final Map<Node, String> ids = new HashMap<>();
    private final List<HtmlArticle.Heading> headings = new ArrayList<>();

    @Override
    public void visit(Heading heading) {
        String text = PlainText.of(heading);
        String id = slugs.next(text);
        ids.put(heading, id);
        headings.add(new HtmlArticle.Heading(heading.getLevel(), id, text));
    }

    Map<Node, String> ids() {
        return Map.copyOf(ids);
    }

    List<HtmlArticle.Heading> headings() {
        return List.copyOf(headings);
    }

    /** Returns the text of the first heading. */
    Optional<String> title() {
        return headings.stream().map(HtmlArticle.Heading::text).findFirst();
    }
}
