package dev.layers.docs.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownBlocksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "org.acme.pdf `org.acme.pdf`",
                "_acme_.$pdf `_acme_.$pdf`",
                "straße.été `straße.été`",
                "1.0|rc <code>1.0&#124;rc</code>",
                "a`b*c_d <code>a&#96;b&#42;c&#95;d</code>",
                "a\\b<i> <code>a&#92;b&#60;i&#62;</code>"
            })
    void code_escapesWhatMarkdownWouldTakeForItself(String name, String expected) {
        assertThat(MarkdownBlocks.code(name)).isEqualTo(expected);
    }

    @Test
    void code_keepsOneLine() {
        String name = "1\n2\u0085\u2028";

        String code = MarkdownBlocks.code(name);

        assertThat(code).isEqualTo("<code>1\uFFFD2\uFFFD\uFFFD</code>");
    }

    @Test
    void code_ofNothingIsNoCodeSpan() {
        assertThat(MarkdownBlocks.code("")).isEqualTo("<code></code>");
    }

    @Test
    void text_separatesBlocksByBlankLines() {
        MarkdownBlocks markdown = new MarkdownBlocks()
                .heading(2, "Fruit")
                .list(List.of("apple", "pear"))
                .table(List.of("Name", "Colour"), List.of(List.of("apple", "red"), List.of("pear", "")))
                .paragraph("The end.");

        String text = markdown.text();

        assertThat(text).isEqualTo("""
                        ## Fruit

                        - apple
                        - pear

                        | Name | Colour |
                        | --- | --- |
                        | apple | red |
                        | pear |  |

                        The end.
                        """);
    }
}
