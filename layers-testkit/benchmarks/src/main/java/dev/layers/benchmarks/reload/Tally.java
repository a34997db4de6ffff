package dev.layers.benchmarks.reload;

/**
 * How many reloads were made.
 *
 * @param made how many
 * @param beats how many there should have been
 */
record Tally(int made, int beats) {
    static final Tally NONE = new Tally(0, 0);

    /** Returns both, added up. */
    Tally plus(Tally other) {
        return new Tally(made + other.made, beats + other.beats);
    }

    /** Returns both: {@code 199 of 200}. */
    String text() {
        return beats == 0 ? "none" : made + " of " + beats;
    }
}
