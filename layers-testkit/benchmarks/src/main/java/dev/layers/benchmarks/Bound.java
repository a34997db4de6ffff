package dev.layers.benchmarks;

import java.util.Locale;

/**
 * Something that may not grow beyond what a machine's noise explains.
 *
 * @param what what was measured
 * @param most what is allowed: two to three times what is expected
 * @param found what was measured
 */
public record Bound(String what, double most, double found) {
    /** Returns a bound of a ratio to bare layers, or to what the text says. */
    public static Bound ratio(String what, double most, double found) {
        return new Bound("ratio: " + what, most, found);
    }

    /** Returns a bound of a number that is no ratio. */
    public static Bound number(String what, double most, double found) {
        return new Bound("number: " + what, most, found);
    }

    /** Returns whether it is kept; what is no number is not. */
    public boolean isKept() {
        return found <= most;
    }

    /** Returns all in one line. */
    public String text() {
        return String.format(Locale.ROOT, "%s: found %.2f, wanted at most %.2f", what, found, most);
    }
}
