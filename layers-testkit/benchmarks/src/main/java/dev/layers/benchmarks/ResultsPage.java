package dev.layers.benchmarks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with places for results: {@code <!-- measured: load 17 -->}, up to {@code <!-- end -->}, holds that of the measurement
 * {@code load} on JDK 17.
 */
record ResultsPage(String text) {
    /** Returns the page with a result in its place; a page without that place is refused. */
    ResultsPage with(String measurement, int release, String result) {
        String begin = "<!-- measured: " + measurement + " " + release + " -->\n";
        String end = "<!-- end -->";
        Pattern place = Pattern.compile(Pattern.quote(begin) + ".*?" + Pattern.quote(end), Pattern.DOTALL);
        Matcher found = place.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("The page has no place for '" + measurement + "' on JDK " + release
                    + "; add '" + begin.strip() + "' and '" + end + "' where it is to stand");
        }
        return new ResultsPage(found.replaceFirst(Matcher.quoteReplacement(begin + "\n" + result + "\n" + end)));
    }
}
