package dev.layers.docs.site;

import dev.layers.docs.guide.Guide;
import dev.layers.docs.guide.GuideException;
import dev.layers.docs.guide.GuidePage;
import dev.layers.docs.render.HtmlArticle;
import dev.layers.docs.render.Navigation;
import dev.layers.docs.render.Navigation.Entry;
import dev.layers.docs.render.Navigation.Look;
import dev.layers.docs.render.Navigation.Section;
import dev.layers.docs.text.Blocks;
import dev.layers.docs.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** HTML pages about modules in a directory, and those of a guide above them. */
record GuidedSite(ModulePages modules, Guide guide) {
    private static final String INDEX = "index";
    private static final String TITLE = "Guide";

    Pages pages() throws GuideException {
        guide.check(modules::anchors);
        List<HtmlArticle> articles = articles();
        HtmlSite site = new HtmlSite(navigation(articles));
        articles.forEach(site::add);
        modules.articles().forEach(site::add);
        return site.pages();
    }

    private List<HtmlArticle> articles() {
        List<HtmlArticle> articles = new ArrayList<>();
        if (!guide.hasIndex()) {
            articles.add(index());
        }
        guide.pages().forEach(page -> articles.add(article(page)));
        return articles;
    }

    private HtmlArticle index() {
        List<Words> links = Stream.concat(
                        guide.pages().stream().map(page -> link(page.place(), page.title())),
                        Stream.of(link(modules.overview(), "Modules")))
                .toList();
        return HtmlArticle.of(
                new Blocks().heading(1, TITLE).bullets(links).page(INDEX, TITLE), INDEX + Format.HTML.ending());
    }

    private static Words link(String place, String title) {
        return Words.phraseLink(
                place.substring(0, place.length() - Format.HTML.ending().length()), title);
    }

    private Navigation navigation(List<HtmlArticle> articles) {
        HtmlArticle first = articles.get(0);
        Section pages = new Section(
                TITLE,
                first.place(),
                articles.stream()
                        .map(page -> new Entry(page.title(), Look.TITLE, page.place()))
                        .toList());
        return new Navigation(
                first.title(),
                first.place(),
                Stream.concat(Stream.of(pages), modules.sections()).toList());
    }

    private static HtmlArticle article(GuidePage page) {
        return new HtmlArticle(page.place(), page.title(), page.html(), page.headings());
    }
}
