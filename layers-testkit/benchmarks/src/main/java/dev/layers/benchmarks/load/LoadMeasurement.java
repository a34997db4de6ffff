package dev.layers.benchmarks.load;

import dev.layers.benchmarks.Bound;
import dev.layers.benchmarks.Effort;
import dev.layers.benchmarks.Measurement;
import dev.layers.benchmarks.Ratios;
import dev.layers.benchmarks.Table;
import dev.layers.benchmarks.systems.Contender;
import java.util.ArrayList;
import java.util.List;

/** Loads of every system beside those of the others, warm. */
public final class LoadMeasurement implements Measurement {
    /** The others remember nothing of bytes that they have seen. */
    private static final String SEEN = Lane.seen(Contender.LAYERS);

    private static final List<Work> WORKS = List.of(Work.SMALL, Work.START_HOOK, Work.LARGE, Work.DEPENDENTS);

    /** Returns how loads of five and of five hundred classes stand to those of bare layers; seconds of warming up are few. */
    public static List<Bound> bounds() throws Exception {
        List<String> lanes = List.of(Lane.unseen(Contender.BARE), Lane.unseen(Contender.LAYERS));
        List<Bound> bounds = new ArrayList<>();
        for (Work work : List.of(Work.SMALL, Work.LARGE)) {
            Ratios times = LoadRounds.measure(work, 4, lanes).times();
            bounds.add(Bound.ratio(
                    "load of " + work.label(), 9, times.ratios(lanes.get(1)).median()));
        }
        return bounds;
    }

    @Override
    public String name() {
        return "load";
    }

    @Override
    public String title() {
        return "Load to first call, warm";
    }

    @Override
    public String measure(Effort effort) throws Exception {
        Table table = new Table(heads());
        for (Work work : WORKS) {
            LoadRounds.Result result = LoadRounds.measure(work, effort.of(8, 45), lanes());
            table.row(row(work.label(), result.times()));
            table.row(row(work.label() + ", CPU time", result.cpu()));
        }
        return table.text();
    }

    private static List<String> lanes() {
        List<String> lanes =
                new ArrayList<>(Contender.COMPARED.stream().map(Lane::unseen).toList());
        lanes.add(SEEN);
        return lanes;
    }

    private static String[] heads() {
        List<String> heads = new ArrayList<>(List.of("load", Contender.BARE.title() + ", µs"));
        Contender.COMPARED.stream().skip(1).map(Contender::title).forEach(heads::add);
        heads.add(Contender.LAYERS.title() + ", bytes seen before");
        return heads.toArray(String[]::new);
    }

    private static String[] row(String label, Ratios ratios) {
        List<String> row = new ArrayList<>(List.of(label));
        row.add(ratios.values(Lane.unseen(Contender.BARE)).text());
        lanes().stream().skip(1).map(lane -> ratios.ratios(lane).text()).forEach(row::add);
        return row.toArray(String[]::new);
    }
}
