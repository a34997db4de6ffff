package dev.layers.docs.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.graph.ModuleGraph;
import dev.layers.docs.text.Blocks;
import dev.layers.docs.text.Page;
import dev.layers.docs.text.Word.Tone;
import dev.layers.docs.text.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlArticleTest {
    private static final String MARKUP = "<b onclick='x()'>&\"";
    private static final String ESCAPED = "&lt;b onclick=&#x27;x()&#x27;&gt;&amp;&quot;";

    @Test
    void words_haveTheirLooks() {
        Page page = page(new Blocks()
                .paragraph(Words.plain("a ")
                        .and(Words.code("org.acme.Pdf"))
                        .and(Words.label("bad", Tone.BAD))
                        .and(Words.link("org.acme", "org.acme"))));

        assertThat(html(page)).isEqualTo("""
                        <p>a <code>org.<wbr>acme.<wbr>Pdf</code><span class="label label-bad">bad</span>\
                        <a href="org.acme.html"><code>org.<wbr>acme</code></a></p>
                        """);
    }

    @Test
    void places_areWhereLinksLead() {
        Page page = page(new Blocks()
                .heading(2, "org.acme.Pdf", Words.code("Pdf"))
                .paragraph(Words.link("page", "org.acme.Pdf", "up").and(Words.place("name", "here"))));

        assertThat(html(page)).isEqualTo("""
                        <h2 id="org.acme.Pdf"><code>Pdf</code></h2>
                        <p><a href="page.html#org.acme.Pdf"><code>up</code></a>\
                        <span id="name"><code>here</code></span></p>
                        """);
        assertThat(HtmlArticle.anchors(page)).containsExactlyInAnyOrder("org.acme.Pdf", "name");
    }

    @Test
    void headingsWithoutAPlace_areNamedAfterTheirText() {
        Page page = page(new Blocks().heading(1, "Two words").heading(2, "Same").heading(2, "Same"));

        assertThat(HtmlArticle.of(page, "page.html").headings())
                .containsExactly(
                        new HtmlArticle.Heading(1, "two-words", "Two words"),
                        new HtmlArticle.Heading(2, "same", "Same"),
                        new HtmlArticle.Heading(2, "same-1", "Same"));
    }

    @Test
    void tables_scrollUnderTheNameOfTheirSection() {
        Page page = page(new Blocks()
                .heading(2, "Exports")
                .table(List.of("Package", ""), List.of(List.of(Words.code("a"), Words.plain("b")))));

        assertThat(html(page)).isEqualTo("""
                        <h2 id="exports">Exports</h2>
                        <div class="scroll" tabindex="0" role="group" aria-label="Exports"><table>
                        <thead><tr><th scope="col">Package</th><td></td></tr></thead>
                        <tbody>
                        <tr><td><code>a</code></td><td>b</td></tr>
                        </tbody></table></div>
                        """);
    }

    @Test
    void everything_isEscaped() {
        Page page = page(new Blocks()
                .heading(1, MARKUP)
                .paragraph(Words.plain(MARKUP).and(Words.code(MARKUP)).and(Words.label(MARKUP, Tone.GOOD)))
                .bullets(List.of(Words.plain(MARKUP)))
                .table(List.of(MARKUP), List.of(List.of(Words.plain(MARKUP))))
                .listing("java", MARKUP));

        String html = html(page);

        assertThat(html).doesNotContain("<b").contains("<h1 id=\"b-onclickx\">" + ESCAPED + "</h1>");
        assertThat(html).contains("aria-label=\"" + ESCAPED + "\"", "<th scope=\"col\">" + ESCAPED + "</th>");
        assertThat(html).contains("<pre tabindex=\"0\"><code class=\"language-java\">" + ESCAPED + "</code></pre>");
    }

    @Test
    void charactersThatHtmlCannotHave_areReplaced() {
        Page page = page(new Blocks().paragraph(Words.plain("a\0b\u001Bc\uD800d\uFFFEe\u0085f\ng")));

        assertThat(html(page)).isEqualTo("<p>a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\ng</p>\n");
    }

    @Test
    void drawings_leadToPages() {
        ModuleGraph graph = new ModuleGraph(
                List.of(
                        new ModuleGraph.Node("a" + MARKUP, ModuleGraph.Kind.NORMAL, "a", List.of("a" + MARKUP)),
                        new ModuleGraph.Node("java.sql", ModuleGraph.Kind.OTHER, "", List.of("java.sql"))),
                List.of(new ModuleGraph.Edge("a" + MARKUP, "java.sql", ModuleGraph.Tie.REQUIRES)));
        Page page = page(new Blocks().drawing(graph, "All " + MARKUP));

        String html = html(page);

        assertThat(html)
                .contains("<figure><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"All " + ESCAPED)
                .contains("href=\"a.html\"", "<figcaption>All " + ESCAPED + "</figcaption></figure>")
                .doesNotContain("href=\".html\"", "<b");
    }

    private static Page page(Blocks blocks) {
        return blocks.page("page", "Page");
    }

    private static String html(Page page) {
        return HtmlArticle.of(page, "page.html").html();
    }
}
