package dev.layers.docs.text;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of the headings of one page, by the rules that GitHub has for them. */
public final class Slugs {
    private static final Pattern DROPPED = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]");

    private final Set<String> taken;

    /**
     * Makes names for a page.
     *
     * @param taken names that other places of the page have
     */
    public Slugs(Set<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /** Returns the name of the next heading, with a number if an earlier one has the same. */
    public String next(String heading) {
        String slug =
                DROPPED.matcher(heading.toLowerCase(Locale.ROOT)).replaceAll("").replace(' ', '-');
        String name = slug;
        for (int number = 1; name.isEmpty() || !taken.add(name); number++) {
            name = slug + "-" + number;
        }
        return name;
    }
}
