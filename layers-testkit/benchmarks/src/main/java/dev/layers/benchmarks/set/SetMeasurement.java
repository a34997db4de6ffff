package dev.layers.benchmarks.set;

import dev.layers.benchmarks.Bound;
import dev.layers.benchmarks.Effort;
import dev.layers.benchmarks.Measurement;
import dev.layers.benchmarks.Ratios;
import dev.layers.benchmarks.Table;
import dev.layers.benchmarks.jvm.OwnJvm;
import dev.layers.benchmarks.set.SetRounds.Figure;
import dev.layers.benchmarks.systems.Contender;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A thousand modules: what they take to load, to hold and to unload, and what is left, in every system. */
public final class SetMeasurement implements Measurement {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int CLASSES = 6;
    private static final int SMALL = 200;
    private static final Set<Figure> COMPARED =
            EnumSet.of(Figure.LOAD, Figure.CPU, Figure.CALLS, Figure.METASPACE, Figure.COMMITTED, Figure.HEAP);

    /** Takes how many modules, rounds of warming up, and rounds; prints the tables. */
    public static void main(String[] arguments) throws Exception {
        int modules = Integer.parseInt(arguments[0]);
        Map<Figure, Ratios> figures = new EnumMap<>(Figure.class);
        try (SetRounds rounds = new SetRounds(SetWay.all(), modules, CLASSES)) {
            figures.putAll(rounds.run(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])));
        }
        Table compared = new Table(modules + " modules, each", "", "", "ratio to bare");
        Table others = new Table(modules + " modules", "", "");
        figures.forEach((figure, ratios) -> {
            if (COMPARED.contains(figure)) {
                compared.rows(figure.title(), ratios);
            } else {
                ratios.systems()
                        .forEach(system -> others.row(
                                figure.title(), system, ratios.values(system).text()));
            }
        });
        System.out.println(compared.text());
        System.out.print(others.text());
    }

    /** Returns how a small set, loaded one by one and in one go, stands to bare layers. */
    public static List<Bound> bounds() throws Exception {
        List<SetWay> ways = SetWay.all().stream()
                .filter(way -> way.system() == Contender.BARE || way.system() == Contender.LAYERS)
                .toList();
        try (SetRounds rounds = new SetRounds(ways, SMALL, CLASSES)) {
            return bounds(rounds.run(1, 3));
        }
    }

    private static List<Bound> bounds(Map<Figure, Ratios> figures) {
        String one = Contender.LAYERS.title();
        Ratios cpu = figures.get(Figure.CPU);
        return List.of(
                Bound.ratio(
                        "CPU of 200 modules loaded one by one",
                        12,
                        cpu.ratios(one).median()),
                Bound.ratio(
                        "CPU of 200 modules loaded by loadAll",
                        7,
                        cpu.ratios(SetWay.AT_ONCE).median()),
                Bound.ratio(
                        "metaspace in use",
                        2,
                        figures.get(Figure.METASPACE).ratios(one).median()),
                Bound.ratio("heap", 4, figures.get(Figure.HEAP).ratios(one).median()),
                Bound.number(
                        "collections until all are gone",
                        2,
                        figures.get(Figure.COLLECTIONS).values(one).median()));
    }

    @Override
    public String name() {
        return "set";
    }

    @Override
    public String title() {
        return "Many modules";
    }

    @Override
    public String measure(Effort effort) throws Exception {
        return "Modules of " + CLASSES + " classes, loaded one by one, called one by one, unloaded one by one.\n\n"
                + OwnJvm.run(
                        SetMeasurement.class,
                        LIMIT,
                        String.valueOf(effort.of(200, 1000)),
                        String.valueOf(effort.of(1, 2)),
                        String.valueOf(effort.of(2, 5)));
    }
}
