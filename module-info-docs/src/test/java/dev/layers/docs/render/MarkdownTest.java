package dev.layers.docs.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.graph.ModuleGraph;
import dev.layers.docs.graph.ModuleGraph.Edge;
import dev.layers.docs.graph.ModuleGraph.Kind;
import dev.layers.docs.graph.ModuleGraph.Node;
import dev.layers.docs.graph.ModuleGraph.Tie;
import dev.layers.docs.text.Blocks;
import dev.layers.docs.text.Word.Tone;
import dev.layers.docs.text.Words;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    @Test
    void page_isWrittenBlockByBlock() {
        ModuleGraph graph = new ModuleGraph(
                List.of(new Node("a", Kind.NORMAL, "a", List.of("a")), new Node("b", Kind.NORMAL, "", List.of("b"))),
                List.of(new Edge("a", "b", Tie.REQUIRES)));
        Blocks blocks = new Blocks()
                .heading(1, "Title")
                .heading(2, "org.acme.A$B", Words.plain("About ").and(Words.code("A.B")))
                .paragraph(Words.link("other", "org.acme.C", "C").and(" and ").and(Words.phraseLink("next", "more")))
                .bullets(List.of(Words.plain("one"), Words.label("two", Tone.BAD)))
                .table(List.of("Name", "What"), List.of(List.of(Words.place("x", "X"), Words.none())))
                .table(List.of("Nothing"), List.of())
                .listing("java", "class A {}\n")
                .drawing(graph, "Two");

        assertThat(Markdown.of(blocks.page("page", "Title"))).isEqualTo("""
                        # Title

                        ## <a id="org.acme.A_24_B"></a>About `A.B`

                        [`C`](other.md#org.acme.C) and [more](next.md)

                        - one
                        - **two**

                        | Name | What |
                        | --- | --- |
                        | <a id="x"></a>`X` |  |

                        ```java
                        class A {}
                        ```

                        ```mermaid
                        flowchart LR
                          n0["a"]
                          n1["b"]
                          n0 --> n1
                        ```
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "*bold* _it_ `code` ~~gone~~",
                "[link](http://x) ![image](y)",
                "a | b \\| c \\",
                "&amp; &#65;",
                "# heading",
                "- item",
                "+ item",
                "12. item",
                "1) item",
                "> quote",
                "===",
                "---",
                "```",
                "~~~"
            })
    void textOfInput_staysText(String text) {
        Blocks blocks = new Blocks()
                .paragraph(text)
                .bullets(List.of(Words.plain(text)))
                .table(List.of("Name"), List.of(List.of(Words.plain(text)), List.of(Words.code(text))));

        String html = html(Markdown.of(blocks.page("page", "Title")));

        String escaped = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        assertThat(html)
                .isEqualTo("<p>" + escaped + "</p>\n<ul>\n<li>" + escaped + "</li>\n</ul>\n"
                        + "<table>\n<thead>\n<tr>\n<th>Name</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>" + escaped
                        + "</td>\n</tr>\n<tr>\n<td><code>" + escaped + "</code></td>\n</tr>\n</tbody>\n</table>\n");
    }

    @Test
    void lineBreakOfInput_endsNoLine() {
        String text = Markdown.of(new Blocks().paragraph("a\n# b\r\u2028c").page("page", "Title"));

        assertThat(text).isEqualTo("a\uFFFD# b\uFFFD\uFFFDc\n");
    }

    @Test
    void listingWithFences_staysInOne() {
        String text = Markdown.of(new Blocks().listing("", "```\n````").page("page", "Title"));

        assertThat(text).isEqualTo("`````\n```\n````\n`````\n");
    }

    private static String html(String markdown) {
        List<TablesExtension> tables = List.of((TablesExtension) TablesExtension.create());
        return HtmlRenderer.builder()
                .extensions(tables)
                .build()
                .render(Parser.builder().extensions(tables).build().parse(markdown));
    }
}
