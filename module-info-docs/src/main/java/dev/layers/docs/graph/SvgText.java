package dev.layers.docs.graph;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** XML under construction; whatever it is given as text or value stays text. */
final class SvgText {
    private final StringBuilder text = new StringBuilder();

    /** Opens an element with attributes, name and value by turns. */
    SvgText open(String element, Object... attributes) {
        start(element, attributes);
        text.append(">");
        return this;
    }

    /** Adds an element without content. */
    SvgText empty(String element, Object... attributes) {
        start(element, attributes);
        text.append("/>\n");
        return this;
    }

    /** Adds an element with nothing but text. */
    SvgText element(String element, String content, Object... attributes) {
        open(element, attributes);
        text.append(escaped(content));
        return close(element);
    }

    SvgText close(String element) {
        text.append("</").append(element).append(">\n");
        return this;
    }

    /** Adds markup as it is. */
    SvgText raw(String markup) {
        text.append(markup);
        return this;
    }

    String text() {
        return text.toString();
    }

    private void start(String element, Object... attributes) {
        text.append('<').append(element);
        for (int at = 0; at < attributes.length; at += 2) {
            text.append(' ').append(attributes[at]).append("=\"");
            text.append(escaped(value(attributes[at + 1]))).append('"');
        }
    }

    private static String value(Object value) {
        return value instanceof Double number ? number(number) : value.toString();
    }

    static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String escaped(String value) {
        return PlainText.of(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
