package dev.layers.benchmarks;

/** How long a measurement may take. */
enum Effort {
    /** For a look at the tendency: the whole suite in about three minutes. */
    QUICK,
    /** For figures that are published: the whole suite in about fifteen minutes. */
    FULL;

    /** Returns how often, how long, how many: {@code quick} or {@code full}. */
    int of(int quick, int full) {
        return this == QUICK ? quick : full;
    }
}
