package dev.layers.benchmarks.reload;

import dev.layers.benchmarks.Bound;
import dev.layers.benchmarks.Effort;
import dev.layers.benchmarks.Measurement;
import dev.layers.benchmarks.Modules;
import dev.layers.benchmarks.Ratios;
import dev.layers.benchmarks.Table;
import dev.layers.benchmarks.jvm.OwnJvm;
import java.nio.file.Path;
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
        Path jar = Modules.calculator();
        try (Reloading reloading =
                arguments[0].equals("managed") ? new ManagedReloading(jar) : new SwappedCallSite(jar)) {
            Windows windows = new Windows(reloading, Duration.ofMillis(Integer.parseInt(arguments[2])));
            System.out.print(
                    table(windows.calls(rounds), windows.pauses(rounds)).text());
        }
    }

    /** Returns what quiet callers reach more than callers do whose module is reloaded. */
    public static List<Bound> bounds() throws Exception {
        try (Reloading reloading = new ManagedReloading(Modules.calculator())) {
            Ratios calls = new Windows(reloading, Duration.ofSeconds(1)).calls(3);
            String second = Windows.Pace.SECOND.title();
            return List.of(Bound.ratio(
                    "quiet calls, to those with a reload each second",
                    2.5,
                    1 / calls.ratios(second).median()));
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
        return "Two threads call `int add(int, int)` all the time. Pauses are from one answer to the next, in windows"
                + " of their own that take the time of each call.\n\n"
                + "Layers:\n\n"
                + OwnJvm.run(ReloadMeasurement.class, LIMIT, "managed", rounds, millis)
                + "\nA `URLClassLoader` for each provider behind a call site that is swapped, and no drain:\n\n"
                + OwnJvm.run(ReloadMeasurement.class, LIMIT, "swapped", rounds, millis);
    }

    private static Table table(Ratios calls, Map<Windows.Pace, Pauses> pauses) {
        Table table = new Table("reloads", "million calls/s", "ratio", "99.99 % of pauses, ms", "longest, ms");
        pauses.forEach((pace, each) -> table.row(
                pace.title(),
                String.format(Locale.ROOT, "%.0f", calls.values(pace.title()).median() / 1e6),
                calls.ratios(pace.title()).text(),
                String.format(Locale.ROOT, "%.4f", each.quantile(0.9999) / 1e6),
                String.format(Locale.ROOT, "%.2f", each.longest() / 1e6)));
        return table;
    }
}
