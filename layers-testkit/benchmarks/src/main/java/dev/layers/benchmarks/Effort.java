package dev.layers.benchmarks;

/** How long a measurement may take. */
public enum Effort {
    /** For a look at the tendency: the whole suite in about ten minutes. */
    QUICK,
    /** For figures that are published: the whole suite in about half an hour. */
    FULL;

    /**
     * Returns how often, how long, how many.
     *
     * @param quick the number of a quick run
     * @param full the number of a full one
     */
    public int of(int quick, int full) {
        return this == QUICK ? quick : full;
    }
}
