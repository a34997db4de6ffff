package dev.layers.docs.text;

/** Some characters of one look. */
public sealed interface Word {
    /** Returns its characters without the look. */
    String text();

    /** Plain text. */
    record Plain(String text) implements Word {}

    /** A name or a piece of code. */
    record Code(String text) implements Word {}

    /** A short label that stands out. */
    record Label(String text, Tone tone) implements Word {}

    /**
     * A way to another page of the same documentation.
     *
     * @param page the name of that page
     * @param anchor of a place on it, empty for its beginning
     */
    record Link(String page, String anchor, Word label) implements Word {
        @Override
        public String text() {
            return label.text();
        }
    }

    /**
     * A word that links lead to.
     *
     * @param anchor its name, once on a page: ASCII letters, digits, dots, hyphens and underscores
     */
    record Place(String anchor, Word label) implements Word {
        @Override
        public String text() {
            return label.text();
        }
    }

    /** What a label says at a glance. */
    enum Tone {
        NEUTRAL,
        GOOD,
        WARNING,
        BAD
    }
}
