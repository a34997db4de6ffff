package dev.layers.benchmarks.call;

import dev.layers.benchmarks.Bound;
import dev.layers.benchmarks.Effort;
import dev.layers.benchmarks.Measurement;
import dev.layers.benchmarks.Ratios;
import dev.layers.benchmarks.Table;
import dev.layers.benchmarks.systems.Contender;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

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
        Table calls = new Table("call, threads", "who knows the calls in flight", "ns", "ratio to direct");
        for (String call : new String[] {"add", "greet"}) {
            for (int threads = 1; threads <= 2; threads++) {
                Collection<RunResult> results = run("\\.CallBenchmark\\." + call + "$", threads, effort);
                calls.rows(
                        call + ", " + threads,
                        ratios(
                                results,
                                Way.DIRECT.title(),
                                "way",
                                name -> Way.valueOf(name).title()));
            }
        }
        Collection<RunResult> lookUps = run("\\.LookUpBenchmark\\.", 1, effort);
        Table asked = new Table("", "asked for the provider", "ns", "ratio to Layers")
                .rows(
                        "",
                        ratios(
                                lookUps,
                                Contender.LAYERS.title(),
                                "system",
                                name -> Contender.valueOf(name).title()));
        return calls.text() + "\n" + asked.text();
    }

    /** Returns how a call through a reference stands to a direct one. */
    public static List<Bound> bounds() throws RunnerException {
        Collection<RunResult> results = new Runner(options("\\.CallBenchmark\\.add$", 1, Effort.QUICK)
                        .param("way", Way.DIRECT.name(), Way.REFERENCE.name())
                        .build())
                .run();
        double ratio = ratios(
                        results,
                        Way.DIRECT.title(),
                        "way",
                        name -> Way.valueOf(name).title())
                .ratios(Way.REFERENCE.title())
                .median();
        return List.of(Bound.ratio("call through a reference, to a direct one", 3, ratio));
    }

    private static Collection<RunResult> run(String benchmarks, int threads, Effort effort) throws RunnerException {
        return new Runner(options(benchmarks, threads, effort).build()).run();
    }

    private static ChainedOptionsBuilder options(String benchmarks, int threads, Effort effort) {
        return new OptionsBuilder()
                .include(benchmarks)
                .threads(threads)
                .forks(effort.of(1, 3))
                .warmupIterations(effort.of(2, 3))
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(effort.of(3, 5))
                .measurementTime(TimeValue.milliseconds(500))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
    }

    /** Returns the iterations of all forks, by the value of a parameter. */
    private static Ratios ratios(
            Collection<RunResult> results, String base, String parameter, UnaryOperator<String> title) {
        Ratios ratios = new Ratios(base);
        for (RunResult result : results) {
            String system = title.apply(result.getParams().getParam(parameter));
            for (BenchmarkResult fork : result.getBenchmarkResults()) {
                for (IterationResult iteration : fork.getIterationResults()) {
                    ratios.add(system, iteration.getPrimaryResult().getScore());
                }
            }
        }
        return ratios;
    }
}
