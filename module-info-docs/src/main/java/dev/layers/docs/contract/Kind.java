package dev.layers.docs.contract;

/** How values of a declared type cross between a host and a module. */
public enum Kind {
    PLAIN("plain", "as it is: it can hold no object of a module"),
    RECORD("record", "as a copy: taken apart and made again, each component by its own kind"),
    SERVICE("service", "as a reference, which ends with its module"),
    CONTAINER("container", "as a copy that cannot be changed, each element by its own kind"),
    OPAQUE("opaque", "by what the value turns out to be; a value of a module's own class is refused"),
    THROWABLE("throwable", "as a copy of type, message, causes and trace; a type of a module becomes text"),
    STREAM("stream", "byte by byte through a stream in between, which ends with its module"),
    NONE("no rule for", "not at all: a contract that names it is refused"),
    UNKNOWN("unknown", "not known: the module of this type was not given");

    private final String text;
    private final String meaning;

    Kind(String text, String meaning) {
        this.text = text;
        this.meaning = meaning;
    }

    /** Returns the word that stands before a type. */
    public String text() {
        return text;
    }

    /** Returns how values of the kind cross. */
    public String meaning() {
        return meaning;
    }
}
