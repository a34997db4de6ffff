package dev.layers;

/**
 * How many providers of a service a module has.
 *
 * @since 0.1
 */
public enum Cardinality {
    /** Exactly one. */
    ONE(1, 1),
    /** One or more. */
    AT_LEAST_ONE(1, Integer.MAX_VALUE),
    /** None, one or more. */
    OPTIONAL(0, Integer.MAX_VALUE);

    private final int least;
    private final int most;

    Cardinality(int least, int most) {
        this.least = least;
        this.most = most;
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }
}
