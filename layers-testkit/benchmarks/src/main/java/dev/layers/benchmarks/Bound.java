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
    /** Returns a bound of a ratio to bare layers, or to what the text says; one that is not above nought was not measured. */
    public static Bound ratio(String what, double most, double found) {
        return new Bound("ratio: " + what, most, found > 0 ? found : Double.NaN);
    }

    /** Returns a bound of a number that is no ratio. */
    public static Bound number(String what, double most, double found) {
        return new Bound("number: " + what, most, found);
    }

    /** What became of it. */
    public enum Outcome {
        /** No more was found than what is allowed. */
        KEPT,
        /** More was found. */
        EXCEEDED,
        /** No number was found: a division by nought makes none. */
        UNKNOWN
    }

    /** Returns what became of it. */
    public Outcome outcome() {
        if (!Double.isFinite(found)) {
            return Outcome.UNKNOWN;
        }
        return found <= most ? Outcome.KEPT : Outcome.EXCEEDED;
    }

    /** Returns whether it is kept; what is unknown is not. */
    public boolean isKept() {
        return outcome() == Outcome.KEPT;
    }

    /** Returns all in one line. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%-8s  %s: found %.2f, wanted at most %.2f",
                outcome().name().toLowerCase(Locale.ROOT),
                what,
                found,
                most);
    }
}
