package dev.layers.docs.render;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.details;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.li;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;
import static j2html.TagCreator.title;
import static j2html.TagCreator.ul;

import dev.layers.docs.graph.SvgDrawing;
import j2html.tags.DomContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What surrounds the articles of a site, and makes pages of them. */
public final class HtmlFrame {
    /** The place of the style sheet that all pages share. */
    public static final String STYLE = "style.css";

    private static final DomContent LINE_END = rawHtml("\n");
    private static final String CONTENT = "content";
    private static final String TITLE_END = "</h1>";
    private static final int FEWEST_SECTIONS = 4;

    private final Navigation navigation;
    private final HtmlNavigation pages;

    public HtmlFrame(Navigation navigation) {
        this.navigation = navigation;
        this.pages = new HtmlNavigation(navigation);
    }

    /** Returns the text of {@value #STYLE}. */
    public static String style() {
        try (InputStream style = HtmlFrame.class.getResourceAsStream(STYLE)) {
            String pages = new String(Objects.requireNonNull(style, STYLE).readAllBytes(), StandardCharsets.UTF_8);
            return pages + "\n" + SvgDrawing.style();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the text of the file that has an article. */
    public String page(HtmlArticle article) {
        return "<!DOCTYPE html>\n"
                + html(LINE_END, pageHead(article), LINE_END, pageBody(article), LINE_END)
                        .withLang("en")
                        .render() + "\n";
    }

    private DomContent pageHead(HtmlArticle article) {
        return head(
                LINE_END,
                each(meta().withCharset("utf-8"), LINE_END),
                each(meta().withName("viewport").withContent("width=device-width, initial-scale=1"), LINE_END),
                each(meta().withName("color-scheme").withContent("light dark"), LINE_END),
                each(title(HtmlText.shown(pageTitle(article))), LINE_END),
                each(link().withRel("stylesheet").withHref(Href.between(article.place(), STYLE, "")), LINE_END));
    }

    private String pageTitle(HtmlArticle article) {
        return article.title().equals(navigation.title())
                ? article.title()
                : article.title() + " - " + navigation.title();
    }

    private DomContent pageBody(HtmlArticle article) {
        return body(
                LINE_END,
                a("Skip to the content").withClass("skip").withHref("#" + CONTENT),
                LINE_END,
                header(home(article)),
                LINE_END,
                pages.html(article.place()),
                LINE_END,
                main(LINE_END, content(article)).withId(CONTENT).attr("tabindex", "-1"),
                LINE_END,
                footer(p("Written by module-info-docs from what was compiled.")),
                LINE_END);
    }

    private DomContent home(HtmlArticle article) {
        return a(HtmlText.plain(navigation.title())).withHref(Href.between(article.place(), navigation.home(), ""));
    }

    /** The list of sections follows the title, which is markup only where the article has it. */
    private static DomContent content(HtmlArticle article) {
        int titleEnd = article.html().indexOf(TITLE_END);
        int split = titleEnd < 0 ? 0 : titleEnd + TITLE_END.length();
        return each(
                rawHtml(article.html().substring(0, split)),
                sections(article),
                rawHtml(article.html().substring(split)));
    }

    private static DomContent sections(HtmlArticle article) {
        List<HtmlArticle.Heading> sections = article.headings().stream()
                .filter(heading -> heading.level() == 2)
                .toList();
        if (sections.size() < FEWEST_SECTIONS) {
            return text("");
        }
        return each(
                LINE_END,
                nav(details(summary("On this page"), LINE_END, ul(LINE_END, each(sections, HtmlFrame::section))))
                        .withClass("sections")
                        .attr("aria-label", "On this page"));
    }

    private static DomContent section(HtmlArticle.Heading heading) {
        String href = Href.between("page", "page", heading.id());
        return each(li(a(HtmlText.name(heading.text())).withHref(href)), LINE_END);
    }
}
