package dev.layers.benchmarks.load;

import dev.layers.benchmarks.Effort;
import dev.layers.benchmarks.Measurement;
import dev.layers.benchmarks.Ratios;
import dev.layers.benchmarks.Spread;
import dev.layers.benchmarks.Table;
import dev.layers.benchmarks.systems.Contender;
import java.util.List;

/** What the preflight and weaving have of a load: what is saved where either is left out. */
public final class ShareMeasurement implements Measurement {
    private static final String WHOLE = Lane.unseen(Contender.LAYERS);
    private static final String SEEN = Lane.seen(Contender.LAYERS);
    private static final String AS_WRITTEN = Lane.unseen(Contender.LAYERS_AS_WRITTEN);

    @Override
    public String name() {
        return "shares";
    }

    @Override
    public String title() {
        return "Shares of a load";
    }

    @Override
    public String measure(Effort effort) throws Exception {
        Table table = new Table("load", "Layers, µs", "preflight of bytes never seen", "weaving");
        for (Work work : List.of(Work.SMALL, Work.MEDIUM, Work.LARGE)) {
            Ratios ratios = LoadRounds.measure(work, effort.of(4, 20), List.of(WHOLE, SEEN, AS_WRITTEN))
                    .times();
            table.row(
                    work.label(),
                    ratios.values(WHOLE).text(),
                    saved(ratios.ratios(SEEN)),
                    saved(ratios.ratios(AS_WRITTEN)));
        }
        return table.text();
    }

    /** Returns the share that was left out, from what was left. */
    private static String saved(Spread left) {
        return new Spread(1 - left.median(), 1 - left.upper(), 1 - left.lower()).text();
    }
}
