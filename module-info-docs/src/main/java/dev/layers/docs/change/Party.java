package dev.layers.docs.change;

/** Who fails, and how, if nothing is done about a change. */
public enum Party {
    /** Code that calls, reads, names, looks up or reflects on what changed. */
    CALLERS("callers"),
    /** Code that implements, extends or provides what changed. */
    PROVIDERS("implementers and providers"),
    /** Whoever puts the modules together to run them. */
    ASSEMBLERS("whoever puts the modules together");

    private final String words;

    Party(String words) {
        this.words = words;
    }

    /** Returns it as it stands in a sentence after "breaks". */
    public String words() {
        return words;
    }
}
