package dev.layers.docs.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HrefTest {
    @ParameterizedTest
    @CsvSource({
        "a.html, b.html, '', b.html",
        "a.html, b.html, part, b.html#part",
        "a.html, a.html, part, #part",
        "a.html, a.html, '', a.html",
        "a.html, modules/b.html, '', modules/b.html",
        "modules/a.html, b.html, '', ../b.html",
        "modules/a.html, modules/b.html, '', b.html",
        "x/y/a.html, x/z/b.html, '', ../z/b.html",
        "a.html, 'a b%c#d.html', 'x y', a%20b%25c%23d.html#x%20y",
        "a.html, straße.html, '', stra%C3%9Fe.html",
        "a.html, <i>\".html, '', %3Ci%3E%22.html"
    })
    void between_isRelativeAndEscaped(String from, String to, String anchor, String expected) {
        assertThat(Href.between(from, to, anchor)).isEqualTo(expected);
    }
}
