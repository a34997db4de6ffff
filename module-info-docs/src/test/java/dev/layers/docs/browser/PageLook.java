package dev.layers.docs.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a page turned out to be in a browser.
 *
 * @param places the identifiers of its elements, as often as they are there
 * @param links where its links lead, as whole addresses
 * @param scripts elements that would run code
 * @param requests addresses that were asked for to show it
 * @param overflows what is wider than the window, and how wide that is
 * @param violations what axe has against it
 */
record PageLook(
        Path page,
        List<String> places,
        List<String> links,
        List<String> scripts,
        List<String> requests,
        List<String> overflows,
        List<String> violations) {
    private static final List<Integer> WIDTHS = List.of(400, 1280);
    private static final List<String> SCHEMES = List.of("dark", "light");

    private static final Pattern ATTRIBUTE_HREF = Pattern.compile(" href=\"([^\"]*)\"");
    private static final Pattern ATTRIBUTE_ID = Pattern.compile(" id=\"([^\"]*)\"");
    private static final String PLACES = "return [...document.querySelectorAll('[id]')].map(e => e.id)";
    private static final String LINKS =
            "return [...document.querySelectorAll('a')].map(e => new URL(e.getAttribute('href'), document.baseURI).href)";
    private static final String SCRIPTS = """
            return [...document.querySelectorAll('*')].filter(e => ['script', 'iframe', 'object', 'embed', 'base']
                .includes(e.localName) || e.getAttributeNames().some(n => n.startsWith('on'))
                || /^\\s*javascript:/i.test(e.getAttribute('href') || '')).map(e => e.outerHTML)""";
    private static final String UNFOLD = "document.querySelectorAll('details').forEach(e => { e.open = true })";
    private static final String OVERFLOWS = """
            const root = document.documentElement, width = root.clientWidth;
            if (root.scrollWidth <= width) { return []; }
            return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 1)
                .slice(0, 3).map(e => width + ': ' + e.outerHTML.slice(0, 120)).concat(width + ': ' + root.scrollWidth)""";

    /** Reads the file of a page without opening it, for where links lead alone. */
    static PageLook read(Path page) throws IOException {
        String text = Files.readString(page);
        List<String> links = ATTRIBUTE_HREF
                .matcher(text)
                .results()
                .map(found -> page.toUri()
                        .resolve(found.group(1).replace("&amp;", "&"))
                        .toString())
                .toList();
        List<String> places = ATTRIBUTE_ID
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
        return new PageLook(page, places, links, List.of(), List.of(), List.of(), List.of());
    }

    /** Looks at a page in every width, and without what takes long. */
    static PageLook brief(Path page, Browser browser) {
        browser.requests();
        browser.open(page);
        return new PageLook(
                page,
                browser.strings(PLACES),
                browser.strings(LINKS),
                browser.strings(SCRIPTS),
                browser.requests(),
                WIDTHS.stream().flatMap(width -> overflows(browser, width)).toList(),
                List.of());
    }

    /** Looks at a page in every width, and has axe look at it in both schemes. */
    static PageLook whole(Path page, Browser browser) throws IOException {
        PageLook brief = brief(page, browser);
        List<String> violations = new ArrayList<>();
        browser.open(page);
        for (int width : WIDTHS) {
            browser.resize(width);
            Axe.shape(browser).forEach(found -> violations.add(width + ": " + found));
        }
        browser.run(UNFOLD);
        for (String scheme : SCHEMES) {
            browser.prefer(scheme);
            Axe.colours(browser).forEach(found -> violations.add(scheme + ": " + found));
        }
        return new PageLook(
                page,
                brief.places,
                brief.links,
                brief.scripts,
                brief.requests,
                brief.overflows,
                List.copyOf(violations));
    }

    private static Stream<String> overflows(Browser browser, int width) {
        browser.resize(width);
        browser.run(UNFOLD);
        return browser.strings(OVERFLOWS).stream();
    }
}
