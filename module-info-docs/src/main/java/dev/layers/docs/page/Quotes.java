package dev.layers.docs.page;

import dev.layers.docs.text.Words;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences that name things in quotes, as findings do. */
final class Quotes {
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    private Quotes() {}

    /** Returns the sentence with what {@code shown} makes of each quoted name in its place. */
    static Words resolved(String sentence, Function<String, Words> shown) {
        Words words = Words.none();
        Matcher quoted = QUOTED.matcher(sentence);
        int end = 0;
        while (quoted.find()) {
            words = words.and(sentence.substring(end, quoted.start())).and(shown.apply(quoted.group(1)));
            end = quoted.end();
        }
        return words.and(sentence.substring(end));
    }
}
