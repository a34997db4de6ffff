package dev.layers.benchmarks.reload;

import dev.layers.benchmarks.Bound;
import dev.layers.benchmarks.Effort;
import dev.layers.benchmarks.Measurement;
import dev.layers.benchmarks.Ratios;
import dev.layers.benchmarks.Table;
import dev.layers.benchmarks.jvm.OwnJvm;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Two threads that call all the time while the module is reloaded, beside a call site that is swapped; in a JVM each. */
public final class ReloadMeasurement implements Measurement {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** Takes {@code managed} or {@code swapped}, how many rounds, and the milliseconds of a window; prints a table. */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[1]);
        try (Reloading reloading = arguments[0].equals("managed") ? new ManagedReloading() : new SwappedCallSite()) {
            Windows windows =
                    new Windows(reloading, Duration.ofMillis(Integer.parseInt(arguments[2])), List.of(Pace.values()));
            System.out.print(table(windows, rounds).text());
        }
    }

    /** Returns what quiet callers reach more than callers do whose module is reloaded. */
    public static List<Bound> bounds() throws Exception {
        try (Reloading reloading = new ManagedReloading()) {
            Windows windows = new Windows(reloading, Duration.ofSeconds(1), List.of(Pace.QUIET, Pace.SECOND));
            double ratio = windows.calls(3).ratios(Pace.SECOND.title()).median();
            return List.of(Bound.ratio("quiet calls, to those with a reload each second", 3, 1 / ratio));
        }
    }

    @Override
    public String name() {
        return "reload";
    }

    @Override
    public String title() {
        return "Reload under load";
    }

    @Override
    public String measure(Effort effort) throws Exception {
        String rounds = String.valueOf(effort.of(2, 7));
        String millis = String.valueOf(effort.of(1000, 2000));
        return "Two threads call `int add(int, int)` all the time; each reload is of bytes never seen. Pauses are from one"
                + " answer to the next, in windows of their own that take the time of each call. 99.99 % is of calls, not"
                + " of time: what callers of a reload wait for is in the longest alone.\n\n"
                + "Layers:\n\n"
                + OwnJvm.run(ReloadMeasurement.class, LIMIT, "managed", rounds, millis)
                + "\nA `URLClassLoader` for each provider behind a call site that is swapped, and no drain:\n\n"
                + OwnJvm.run(ReloadMeasurement.class, LIMIT, "swapped", rounds, millis);
    }

    private static Table table(Windows windows, int rounds) throws Exception {
        Ratios calls = windows.calls(rounds);
        Map<Pace, Pauses> pauses = windows.pauses(rounds);
        Table table = new Table(
                "a reload",
                "reloads made",
                "million calls/s",
                "ratio",
                "99.99 % of calls within, ms",
                "longest pause, ms");
        pauses.forEach((pace, each) -> table.row(
                pace.title(),
                windows.reloads(pace).text(),
                String.format(Locale.ROOT, "%.0f", calls.values(pace.title()).median() / 1e6),
                calls.ratios(pace.title()).text(),
                String.format(Locale.ROOT, "%.4f", each.quantile(0.9999) / 1e6),
                String.format(Locale.ROOT, "%.2f", each.longest() / 1e6)));
        return table;
    }
}
