package dev.layers.docs.render;

import java.util.List;

/**
 * The pages of a site as each of them lists them.
 *
 * @param title of the site
 * @param home the place of its first page
 */
public record Navigation(String title, String home, List<Section> sections) {
    public Navigation {
        sections = List.copyOf(sections);
    }

    /**
     * Pages of one kind.
     *
     * @param overview the place of the page that lists them all, however many they are
     */
    public record Section(String title, String overview, List<Entry> entries) {}

    /**
     * A page.
     *
     * @param place of its file below the site's directory, with slashes
     */
    public record Entry(String label, Look look, String place) {}

    /** How the label of a page looks. */
    public enum Look {
        /** Words. */
        TITLE,
        /** A name from code. */
        NAME
    }
}
