package dev.layers.docs.guide;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a link of a Markdown page leads, in parts.
 *
 * @param scheme in lower case, empty if relative to the page
 * @param path without what escapes it, empty for the page itself
 * @param anchor without what escapes it, empty for the beginning of the page
 */
record Destination(String scheme, String path, String anchor) {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Set<String> HARMLESS = Set.of("http", "https", "mailto");

    static Destination of(String written) {
        Matcher scheme = SCHEME.matcher(written);
        if (scheme.matches()) {
            return new Destination(scheme.group(1).toLowerCase(Locale.ROOT), written, "");
        }
        int hash = written.indexOf('#');
        String path = hash < 0 ? written : written.substring(0, hash);
        return new Destination("", decoded(path), hash < 0 ? "" : decoded(written.substring(hash + 1)));
    }

    /** Returns whether it leads to another site, and no script is run by following it. */
    boolean isElsewhere() {
        return HARMLESS.contains(scheme);
    }

    /** Returns whether it leads to a file, as seen from its page. */
    boolean isRelative() {
        return scheme.isEmpty() && !path.startsWith("/");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscapes) {
            return text;
        }
    }
}
