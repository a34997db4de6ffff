package dev.layers.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * Where the values of several rounds lie.
 *
 * @param median half of them are below
 * @param lower a quarter of them is below
 * @param upper a quarter of them is above
 */
public record Spread(double median, double lower, double upper) {
    /**
     * Returns where values lie.
     *
     * @param values one of each round
     */
    public static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("No values");
        }
        List<Double> sorted = values.stream().sorted().toList();
        return new Spread(quantile(sorted, 0.5), quantile(sorted, 0.25), quantile(sorted, 0.75));
    }

    /** Returns the median with as many digits as its size deserves, and the quartiles: {@code 1.05 (0.98 to 1.12)}. */
    public String text() {
        String form = form();
        return String.format(Locale.ROOT, form + " (" + form + " to " + form + ")", median, lower, upper);
    }

    private String form() {
        double size = Math.abs(median);
        if (size >= 100) {
            return "%.0f";
        }
        return size >= 10 ? "%.1f" : "%.2f";
    }

    private static double quantile(List<Double> sorted, double share) {
        double place = share * (sorted.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }
}
