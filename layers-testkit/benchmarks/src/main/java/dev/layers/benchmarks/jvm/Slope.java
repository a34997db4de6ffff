package dev.layers.benchmarks.jvm;

import java.util.List;
import java.util.Locale;

/**
 * How something grows, by least squares.
 *
 * @param perStep the growth per step
 * @param error its standard error
 */
public record Slope(double perStep, double error) {
    /** A value after so many steps. */
    public record Point(double step, double value) {}

    /** Fits a line. */
    public static Slope of(List<Point> points) {
        if (points.size() < 3) {
            throw new IllegalArgumentException(points.size() + " points tell no error of a slope, three are needed");
        }
        double middle = points.stream().mapToDouble(Point::step).average().orElseThrow();
        double level = points.stream().mapToDouble(Point::value).average().orElseThrow();
        double spread = points.stream()
                .mapToDouble(point -> square(point.step() - middle))
                .sum();
        double slope = points.stream()
                        .mapToDouble(point -> (point.step() - middle) * (point.value() - level))
                        .sum()
                / spread;
        double residue = points.stream()
                .mapToDouble(point -> square(point.value() - level - slope * (point.step() - middle)))
                .sum();
        return new Slope(slope, Math.sqrt(residue / (points.size() - 2) / spread));
    }

    /** Returns whether the slope is nought as far as its error tells: within twice that. */
    public boolean isZero() {
        return Math.abs(perStep) <= 2 * error;
    }

    /** Returns slope and error: {@code 3312 ± 4}. */
    public String text() {
        String form = Math.max(Math.abs(perStep), error) >= 100 ? "%.0f ± %.0f" : "%.2f ± %.2f";
        return perStep == 0 && error == 0 ? "0" : String.format(Locale.ROOT, form, perStep, error);
    }

    private static double square(double number) {
        return number * number;
    }
}
