package dev.layers.docs.site;

/** What pages are written in. */
public enum Format {
    HTML(".html"),
    MARKDOWN(".md");

    private final String ending;

    Format(String ending) {
        this.ending = ending;
    }

    /** Returns how the names of its files end. */
    public String ending() {
        return ending;
    }
}
