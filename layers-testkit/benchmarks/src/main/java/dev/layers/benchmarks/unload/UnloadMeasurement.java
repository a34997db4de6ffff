package dev.layers.benchmarks.unload;

import dev.layers.benchmarks.Bound;
import dev.layers.benchmarks.Effort;
import dev.layers.benchmarks.Measurement;
import dev.layers.benchmarks.Ratios;
import dev.layers.benchmarks.Table;
import dev.layers.benchmarks.jvm.OwnJvm;
import dev.layers.benchmarks.systems.Contender;
import java.time.Duration;
import java.util.List;

/** What an unload call takes, and how long it is until the JVM is known to have let go, beside one collection of the same heap. */
public final class UnloadMeasurement implements Measurement {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** From this release on each drain takes a thread dump, for virtual threads are found nowhere else. */
    private static final int VIRTUAL_THREADS = 21;

    /** Takes how many plug-ins and how many rounds; prints a table. */
    public static void main(String[] arguments) throws Exception {
        int plugins = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        try (Unloads unloads = new Unloads(Contender.COMPARED, plugins)) {
            unloads.run(2 + rounds / 4, rounds);
            System.out.print(table(plugins, unloads).text());
        }
    }

    private static Table table(int plugins, Unloads unloads) {
        Ratios calls = unloads.calls();
        Ratios departures = unloads.departures();
        Table table = new Table(
                plugins + " unloaded", "unload call, ms", "until all are gone, ms", "ratio to one `System.gc()`");
        departures
                .systems()
                .forEach(system -> table.row(
                        system,
                        calls.systems().contains(system) ? calls.values(system).text() : "",
                        departures.values(system).text(),
                        departures.ratios(system).text()));
        return table;
    }

    /** Returns how unload calls stand to bare loads, and their verdicts to one collection. */
    public static List<Bound> bounds() throws Exception {
        try (Unloads unloads = new Unloads(List.of(Contender.BARE, Contender.LAYERS), 20)) {
            unloads.run(2, 5);
            double call = unloads.calls().values(Contender.LAYERS.title()).median();
            return List.of(
                    Bound.ratio(
                            "unload call, to the load of a bare layer",
                            Runtime.version().feature() < VIRTUAL_THREADS ? 2 : 8,
                            call / unloads.bareLoads().median()),
                    Bound.ratio(
                            "20 unloaded and watched until all are collected, to one System.gc()",
                            9,
                            unloads.departures().ratios(Unloads.REQUESTING).median()));
        }
    }

    @Override
    public String name() {
        return "unload";
    }

    @Override
    public String title() {
        return "Unload";
    }

    @Override
    public String measure(Effort effort) throws Exception {
        return OwnJvm.run(UnloadMeasurement.class, LIMIT, "1", String.valueOf(effort.of(5, 30)))
                + "\n"
                + OwnJvm.run(UnloadMeasurement.class, LIMIT, "100", String.valueOf(effort.of(2, 10)));
    }
}
