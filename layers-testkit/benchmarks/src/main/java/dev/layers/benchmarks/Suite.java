package dev.layers.benchmarks;

import dev.layers.benchmarks.call.CallMeasurement;
import dev.layers.benchmarks.cycle.CycleMeasurement;
import dev.layers.benchmarks.load.FirstLoadMeasurement;
import dev.layers.benchmarks.load.LoadMeasurement;
import dev.layers.benchmarks.load.ShareMeasurement;
import dev.layers.benchmarks.reload.ReloadMeasurement;
import dev.layers.benchmarks.set.SetMeasurement;
import dev.layers.benchmarks.unload.UnloadMeasurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Runs measurements and writes their results as Markdown. */
public final class Suite {
    static final List<Measurement> ALL = List.of(
            new LoadMeasurement(),
            new FirstLoadMeasurement(),
            new ShareMeasurement(),
            new UnloadMeasurement(),
            new SetMeasurement(),
            new CallMeasurement(),
            new CycleMeasurement(),
            new ReloadMeasurement());

    private static final Path PAGE = Path.of("docs/performance.md");
    private static final Path RESULTS = Path.of("layers-testkit/benchmarks/target/results");

    private final Effort effort;
    private final boolean isPublished;

    private Suite(Effort effort, boolean isPublished) {
        this.effort = effort;
        this.isPublished = isPublished;
    }

    /**
     * Runs the measurements that are asked for.
     *
     * @param arguments {@code quick} for less effort, {@code publish} to put the results on the page of performance, and the
     *     names of measurements; all of them if there is none
     */
    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        List<String> names = words.stream()
                .filter(word -> !List.of("all", "full", "quick", "publish").contains(word))
                .toList();
        List<Measurement> asked =
                names.isEmpty() ? ALL : names.stream().map(Suite::named).toList();
        Suite suite = new Suite(words.contains("quick") ? Effort.QUICK : Effort.FULL, words.contains("publish"));
        if (suite.isPublished) {
            // ahead of the measurements: a place that is missing is not to be found out after a quarter of an hour
            for (Measurement measurement : asked) {
                page(measurement, "");
            }
        }
        for (Measurement measurement : asked) {
            suite.run(measurement);
        }
    }

    private static Measurement named(String name) {
        return ALL.stream()
                .filter(measurement -> measurement.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No measurement '" + name + "', only "
                        + ALL.stream().map(Measurement::name).toList()));
    }

    private void run(Measurement measurement) throws Exception {
        long begin = System.nanoTime();
        String result = measurement.measure(effort);
        long seconds = (System.nanoTime() - begin) / 1_000_000_000;
        String text = circumstances(seconds) + "\n\n" + result;
        System.out.println("## " + measurement.title() + "\n\n" + text);
        write(measurement, text);
        if (isPublished) {
            Files.writeString(PAGE, page(measurement, text).text());
        }
    }

    private void write(Measurement measurement, String text) throws IOException {
        Path directory = Files.createDirectories(RESULTS.resolve("jdk" + release() + "-" + word()));
        Files.writeString(directory.resolve(measurement.name() + ".md"), text);
    }

    private static ResultsPage page(Measurement measurement, String result) throws IOException {
        return new ResultsPage(Files.readString(PAGE)).with(measurement.name(), release(), result);
    }

    /** Returns what the figures depend on. */
    private String circumstances(long seconds) {
        return String.join(
                ", ",
                System.getProperty("java.vm.name") + " " + Runtime.version().toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors() + " cores",
                LocalDate.now(ZoneOffset.UTC).toString(),
                word() + " run of " + seconds + " s");
    }

    private String word() {
        return effort.name().toLowerCase(Locale.ROOT);
    }

    private static int release() {
        return Runtime.version().feature();
    }
}
