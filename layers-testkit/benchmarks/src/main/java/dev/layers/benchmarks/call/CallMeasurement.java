package dev.layers.benchmarks.call;

import dev.layers.benchmarks.Bound;
import dev.layers.benchmarks.Effort;
import dev.layers.benchmarks.Measurement;
import dev.layers.benchmarks.Ratios;
import dev.layers.benchmarks.Table;
import dev.layers.benchmarks.systems.Contender;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/** What a call takes that a drain can wait for, and what systems take that have to be asked for the provider each time. */
public final class CallMeasurement implements Measurement {
    @Override
    public String name() {
        return "calls";
    }

    @Override
    public String title() {
        return "Calls";
    }

    @Override
    public String measure(Effort effort) throws Exception {
        List<String> ways = Stream.of(Way.values()).map(Way::name).toList();
        Table calls = new Table("call, threads", "who knows the calls in flight", "ns", "ratio to direct");
        for (String call : new String[] {"add", "greet"}) {
            for (int threads = 1; threads <= 2; threads++) {
                Forks forks = new Forks("\\.CallBenchmark\\." + call + "$", threads, "way");
                Ratios ratios =
                        forks.inTurn(ways, effort, way -> Way.valueOf(way).title());
                calls.rows(call + ", " + threads, ratios);
            }
        }
        List<String> systems = List.of(Contender.LAYERS.name(), Contender.PF4J.name(), Contender.FELIX.name());
        Table asked = new Table("", "asked for the provider, as its hosts do", "ns", "ratio to Layers")
                .rows(
                        "",
                        new Forks("\\.LookUpBenchmark\\.", 1, "system")
                                .inTurn(
                                        systems,
                                        effort,
                                        system -> Contender.valueOf(system).title()));
        return calls.text() + "\n" + asked.text();
    }

    /** Returns how a call through a reference stands to a direct one. */
    public static List<Bound> bounds() throws RunnerException {
        double ratio = new Forks("\\.CallBenchmark\\.add$", 1, "way")
                .inTurn(List.of(Way.DIRECT.name(), Way.REFERENCE.name()), Effort.QUICK, way -> way)
                .ratios(Way.REFERENCE.name())
                .median();
        return List.of(Bound.ratio("call through a reference, to a direct one", 3, ratio));
    }
}
