package dev.layers.docs.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.graph.SvgDrawing;
import dev.layers.docs.render.HtmlArticle.Heading;
import dev.layers.docs.render.Navigation.Entry;
import dev.layers.docs.render.Navigation.Look;
import dev.layers.docs.render.Navigation.Section;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HtmlFrameTest {
    @Test
    void page_isWholeAndMarksItsPlaceInTheList() {
        Navigation navigation = new Navigation(
                "Acme <1>",
                "index.html",
                List.of(new Section(
                        "Pages",
                        "index.html",
                        List.of(
                                new Entry("Start", Look.TITLE, "index.html"),
                                new Entry("org.acme", Look.NAME, "modules/org.acme.html")))));

        String page = new HtmlFrame(navigation)
                .page(new HtmlArticle("modules/org.acme.html", "Module <org>", "<h1>Acme</h1>\n", List.of()));

        assertThat(page).isEqualTo("""
                        <!DOCTYPE html>
                        <html lang="en">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <meta name="color-scheme" content="light dark">
                        <title>Module &lt;org&gt; - Acme &lt;1&gt;</title>
                        <link rel="stylesheet" href="../style.css">
                        </head>
                        <body>
                        <a class="skip" href="#content">Skip to the content</a>
                        <header><a href="../index.html">Acme &lt;1&gt;</a></header>
                        <nav aria-label="Pages" tabindex="0"><details class="menu"><summary>Pages</summary>
                        <details open><summary>Pages</summary>
                        <ul>
                        <li><a href="../index.html">Start</a></li>
                        <li><a href="org.acme.html" aria-current="page">org.<wbr>acme</a></li>
                        </ul></details>
                        </details></nav>
                        <main id="content" tabindex="-1">
                        <h1>Acme</h1>
                        </main>
                        <footer><p>Written by module-info-docs from what was compiled.</p></footer>
                        </body>
                        </html>
                        """);
    }

    @Test
    void sectionsOfALongPage_areListedBelowItsTitle() {
        List<Heading> headings = IntStream.range(0, 4)
                .mapToObj(number -> new Heading(2, "s" + number, "<" + number + ">"))
                .toList();

        String page = new HtmlFrame(navigation(1))
                .page(new HtmlArticle("index.html", "Long", "<h1>Long</h1>\n<p>Text</p>\n", headings));

        assertThat(page).contains("""
                        <h1>Long</h1>
                        <nav class="sections" aria-label="On this page"><details><summary>On this page</summary>
                        <ul>
                        <li><a href="#s0">&lt;0&gt;</a></li>
                        """);
    }

    @Test
    void hundredsOfPages_areFoldedByPrefix() {
        String page = page(200, "org.acme.area3.part.html");

        assertThat(page).contains("<details><summary>org.<wbr>acme.<wbr>area2 (20)</summary>");
        assertThat(page).contains("<details open><summary>org.<wbr>acme.<wbr>area3 (20)</summary>");
    }

    @Test
    void thousandsOfPages_areListedWholeByTheOverviewOnly() {
        assertThat(page(2000, "index.html"))
                .contains("area7 (20)", "area99 (20)")
                .hasSizeGreaterThan(100_000);
        assertThat(page(2000, "org.acme.area7.part140.html"))
                .contains("area7 (20)")
                .hasSizeLessThan(10_000);
    }

    @Test
    void style_knowsBothSchemesAndPaper() {
        assertThat(HtmlFrame.style())
                .contains("@media (prefers-color-scheme: dark)", "@media print", SvgDrawing.style())
                .doesNotContain("@import", "url(");
    }

    private static String page(int count, String place) {
        return new HtmlFrame(navigation(count)).page(new HtmlArticle(place, "Page", "<h1>Page</h1>", List.of()));
    }

    private static Navigation navigation(int count) {
        List<Entry> entries = IntStream.range(0, count)
                .mapToObj(number -> "org.acme.area" + number / 20 + ".part" + (number == 60 ? "" : number))
                .map(name -> new Entry(name, Look.NAME, name + ".html"))
                .toList();
        return new Navigation("Site", "index.html", List.of(new Section("Modules", "index.html", entries)));
    }
}
