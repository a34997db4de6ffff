package dev.layers.docs.site;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first line of each file that was written here, by which it is known again. */
final class Mark {
    /** Committed pages begin with it. */
    static final String MARKDOWN =
            "<!-- Written by module-info-docs from module descriptors; changes by hand are lost. -->";

    private static final String WITH_PLACE = " Written by module-info-docs as %s; changes by hand are lost. ";
    private static final Pattern WRITTEN =
            Pattern.compile("(?:<!--|/\\*) Written by module-info-docs (?:as (?<place>\\S+)|from [a-z ]+);.*");

    private Mark() {}

    static String html(String place) {
        return "<!--" + WITH_PLACE.formatted(place) + "-->";
    }

    static String css(String place) {
        return "/*" + WITH_PLACE.formatted(place) + "*/";
    }

    /** Returns whether this program wrote the text that begins so. */
    static boolean isOn(String beginning) {
        return written(beginning).matches();
    }

    /**
     * Returns whether this program wrote the text that begins so as that place of a directory. Another directory within
     * that one may have pages of its own.
     */
    static boolean isOn(String beginning, String place) {
        Matcher written = written(beginning);
        return written.matches()
                && (written.group("place") == null
                        ? !place.contains("/")
                        : written.group("place").equals(place));
    }

    private static Matcher written(String beginning) {
        return WRITTEN.matcher(beginning.lines().findFirst().orElse(""));
    }
}
