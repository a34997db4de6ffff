package dev.layers.docs.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SvgStyleTest {
    private static final Pattern COLOUR = Pattern.compile("var\\(--graph-([a-z]+),#([0-9a-f]{3,6})\\)");
    private static final double READABLE = 4.5;
    private static final double VISIBLE = 3;

    private final List<String> themes = List.of(SvgStyle.TEXT.split("@media"));

    @Test
    void text_isReadableInBothSchemes() {
        for (String theme : themes.subList(0, 2)) {
            Map<String, String> colours = colours(theme);
            for (String ground : List.of("background", "box", "contract", "band")) {
                assertThat(contrast(colours.get("text"), colours.get(ground))).isGreaterThan(READABLE);
            }
            for (String ground : List.of("background", "box")) {
                assertThat(contrast(colours.get("muted"), colours.get(ground))).isGreaterThan(READABLE);
            }
        }
    }

    @Test
    void lines_areSeenInBothSchemes() {
        for (String theme : themes.subList(0, 2)) {
            Map<String, String> colours = colours(theme);
            for (String line : List.of("edge", "border", "provides", "uses", "boundary", "focus")) {
                assertThat(contrast(colours.get(line), colours.get("background")))
                        .isGreaterThan(VISIBLE);
                assertThat(contrast(colours.get(line), colours.get("band"))).isGreaterThan(VISIBLE);
            }
        }
    }

    @Test
    void schemes_haveTheSameVariables() {
        assertThat(colours(themes.get(1)).keySet())
                .hasSize(12)
                .isEqualTo(colours(themes.get(0)).keySet());
    }

    private static Map<String, String> colours(String theme) {
        Map<String, String> colours = new HashMap<>();
        for (MatchResult found : COLOUR.matcher(theme).results().toList()) {
            colours.put(found.group(1), found.group(2));
        }
        return colours;
    }

    private static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        String full = colour.length() == 3 ? colour.replaceAll("(.)", "$1$1") : colour;
        return 0.2126 * channel(full.substring(0, 2))
                + 0.7152 * channel(full.substring(2, 4))
                + 0.0722 * channel(full.substring(4));
    }

    private static double channel(String hexadecimal) {
        double value = Integer.parseInt(hexadecimal, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
