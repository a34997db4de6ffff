package dev.layers.docs.render;

import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import dev.layers.docs.graph.ModuleGraph;
import dev.layers.docs.graph.SvgDrawing;
import dev.layers.docs.render.HtmlArticle.Heading;
import dev.layers.docs.text.Block;
import dev.layers.docs.text.Page;
import dev.layers.docs.text.Slugs;
import dev.layers.docs.text.Words;
import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The blocks of one page as HTML, each on lines of its own, so that differences are short. */
final class HtmlBody {
    private static final DomContent LINE_END = rawHtml("\n");

    private final Iterator<Heading> headings;
    private final Slugs drawings;
    private final StringBuilder html = new StringBuilder();
    private String section = "Table";

    private HtmlBody(Page page, List<Heading> headings) {
        this.headings = headings.iterator();
        this.drawings = new Slugs(Places.all(page));
        page.blocks().forEach(block -> html.append(html(block).render()).append('\n'));
    }

    /** Returns the blocks of a page, of which {@code headings} are those of {@link Places}. */
    static String of(Page page, List<Heading> headings) {
        return new HtmlBody(page, headings).html.toString();
    }

    private DomContent html(Block block) {
        if (block instanceof Block.Heading heading) {
            return heading(heading);
        }
        if (block instanceof Block.Paragraph paragraph) {
            return p(HtmlWords.of(paragraph.words()));
        }
        if (block instanceof Block.Bullets bullets) {
            return ul(LINE_END, each(bullets.items(), item -> lines(li(HtmlWords.of(item)))));
        }
        if (block instanceof Block.Table table) {
            return room(tableOf(table), section);
        }
        if (block instanceof Block.Listing listing) {
            return listing(listing);
        }
        return drawing((Block.Drawing) block);
    }

    private DomContent heading(Block.Heading heading) {
        Heading named = headings.next();
        section = named.text();
        return new ContainerTag<>("h" + named.level()).withId(named.id()).with(HtmlWords.of(heading.words()));
    }

    private static DomContent tableOf(Block.Table table) {
        return table(
                LINE_END,
                thead(tr(each(table.header(), HtmlBody::columnHead))),
                LINE_END,
                tbody(LINE_END, each(table.rows(), row -> lines(tr(each(row, HtmlBody::cell))))));
    }

    private static DomContent columnHead(String head) {
        return head.isEmpty() ? td() : th(HtmlText.plain(head)).attr("scope", "col");
    }

    private static DomContent cell(Words words) {
        return td(HtmlWords.of(words));
    }

    private static DomContent listing(Block.Listing listing) {
        return pre(code(HtmlText.plain(listing.text().stripTrailing())).withClass("language-" + listing.language()))
                .attr("tabindex", "0");
    }

    private DomContent drawing(Block.Drawing drawing) {
        String svg =
                new SvgDrawing(drawings.next("drawing"), drawing.caption(), drawing.graph(), HtmlBody::page).unstyled();
        return figure(room(rawHtml(svg), drawing.caption()), figcaption(HtmlText.plain(drawing.caption())));
    }

    private static Optional<String> page(ModuleGraph.Node node) {
        return Optional.of(node.page()).filter(page -> !page.isEmpty()).map(HtmlWords::href);
    }

    /** What may be wider than the page; reached by the keyboard, or nobody could scroll it without a mouse. */
    private static DomContent room(DomContent wide, String label) {
        return div(wide)
                .withClass("scroll")
                .attr("tabindex", "0")
                .attr("role", "group")
                .attr("aria-label", HtmlText.shown(label));
    }

    private static DomContent lines(DomContent content) {
        return each(content, LINE_END);
    }
}
