package dev.layers.docs.site;

import dev.layers.docs.render.Href;
import dev.layers.docs.render.HtmlArticle;
import dev.layers.docs.render.HtmlFrame;
import dev.layers.docs.render.Navigation;
import java.util.SortedMap;
import java.util.TreeMap;

/** HTML pages that are made with one navigation and one style. */
final class HtmlSite {
    private final HtmlFrame frame;
    private final SortedMap<String, String> texts = new TreeMap<>();

    HtmlSite(Navigation navigation) {
        this.frame = new HtmlFrame(navigation);
        texts.put(HtmlFrame.STYLE, Mark.css(HtmlFrame.STYLE) + "\n" + HtmlFrame.style());
    }

    void add(HtmlArticle article) {
        // Escaped, a place has nothing that ends a comment.
        String mark = Mark.html(Href.between("", article.place(), ""));
        texts.put(article.place(), mark + "\n" + frame.page(article));
    }

    Pages pages() {
        return new Pages(texts);
    }
}
