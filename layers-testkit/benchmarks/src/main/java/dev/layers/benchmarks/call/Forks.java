package dev.layers.benchmarks.call;

import dev.layers.benchmarks.Effort;
import dev.layers.benchmarks.Ratios;
import dev.layers.benchmarks.Spread;
import java.util.List;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Forks of JMH in turn: one for each value of a parameter, then again. Each round has a fork of each, and the median of its iterations is
 * its value.
 *
 * @param benchmark a pattern that finds one benchmark
 * @param threads how many threads call
 * @param parameter the parameter whose values are compared
 */
record Forks(String benchmark, int threads, String parameter) {
    /** Runs the forks; ratios are to the first value. */
    Ratios inTurn(List<String> values, Effort effort, UnaryOperator<String> title) throws RunnerException {
        Ratios ratios = new Ratios(title.apply(values.get(0)));
        for (int round = 0; round < effort.of(1, 3); round++) {
            for (String value : values) {
                RunResult result = new Runner(options(value, effort)).runSingle();
                ratios.add(title.apply(value), median(result));
            }
        }
        return ratios;
    }

    private static double median(RunResult fork) {
        return Spread.of(fork.getBenchmarkResults().stream()
                        .flatMap(result -> result.getIterationResults().stream())
                        .map(IterationResult::getPrimaryResult)
                        .map(result -> result.getScore())
                        .toList())
                .median();
    }

    private Options options(String value, Effort effort) {
        return new OptionsBuilder()
                .include(benchmark)
                .param(parameter, value)
                .threads(threads)
                .forks(1)
                .warmupIterations(effort.of(2, 3))
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(effort.of(3, 5))
                .measurementTime(TimeValue.milliseconds(500))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
    }
}
