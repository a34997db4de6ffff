package dev.layers.internal.boundary;

/** How values of a declared type cross. */
enum Kind {
    PLAIN("plain"),
    RECORD("record"),
    SERVICE("service"),
    CONTAINER("container"),
    OPAQUE("opaque"),
    THROWABLE("throwable"),
    STREAM("stream"),
    NONE("no rule for");

    private final String text;

    Kind(String text) {
        this.text = text;
    }

    /** Returns the word that stands before a type. */
    String text() {
        return text;
    }
}
