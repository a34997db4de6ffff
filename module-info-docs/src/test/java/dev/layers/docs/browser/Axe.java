package dev.layers.docs.browser;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The accessibility checks of axe, which come with it as a script. */
final class Axe {
    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations'], %s}).then(
                results => done(results.violations.flatMap(violation => violation.nodes.slice(0, 3).map(
                    node => violation.id + ' ' + node.html.slice(0, 160) + ' ' + node.failureSummary))),
                failure => done(['axe failed: ' + failure]));""";
    private static final String COLOURS = "runOnly: ['color-contrast', 'link-in-text-block']";
    private static final String SHAPE = "rules: {'color-contrast': {enabled: false}}";

    private Axe() {}

    /** Returns what is wrong in the colours that a page has now. */
    static List<String> colours(Browser browser) throws IOException {
        return violations(browser, COLOURS);
    }

    /** Returns what is wrong in anything but colours. */
    static List<String> shape(Browser browser) throws IOException {
        return violations(browser, SHAPE);
    }

    private static List<String> violations(Browser browser, String rules) throws IOException {
        if (browser.strings("return typeof axe === 'undefined' ? ['missing'] : []")
                .contains("missing")) {
            browser.run(script());
        }
        return browser.asyncStrings(RUN.formatted(rules));
    }

    private static String script() throws IOException {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
