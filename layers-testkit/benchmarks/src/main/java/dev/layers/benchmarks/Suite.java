package dev.layers.benchmarks;

import dev.layers.benchmarks.load.FirstLoadMeasurement;
import dev.layers.benchmarks.load.LoadMeasurement;
import dev.layers.benchmarks.load.ShareMeasurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Runs the measurements and writes their results as Markdown: {@code all}, {@code quick}, or the names of some. */
public final class Suite {
    private static final List<Measurement> ALL =
            List.of(new LoadMeasurement(), new FirstLoadMeasurement(), new ShareMeasurement());

    private final Effort effort;
    private final StringBuilder page = new StringBuilder();

    private Suite(Effort effort) {
        this.effort = effort;
    }

    /**
     * Runs the measurements that are asked for.
     *
     * @param arguments {@code all}, {@code quick}, or {@code quick} or {@code full} and names of measurements
     */
    public static void main(String[] arguments) throws Exception {
        List<String> asked = List.of(arguments);
        Effort effort = asked.contains("quick") ? Effort.QUICK : Effort.FULL;
        List<String> names = asked.stream()
                .filter(word -> !List.of("all", "quick", "full").contains(word))
                .toList();
        new Suite(effort)
                .run(names.isEmpty() ? ALL : names.stream().map(Suite::named).toList());
    }

    private static Measurement named(String name) {
        return ALL.stream()
                .filter(measurement -> measurement.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No measurement '" + name + "', only "
                        + ALL.stream().map(Measurement::name).toList()));
    }

    private void run(List<Measurement> measurements) throws Exception {
        append(machine());
        for (Measurement measurement : measurements) {
            long begin = System.nanoTime();
            append("\n## " + measurement.title() + "\n\n" + measurement.measure(effort));
            System.err.printf("%s took %d s%n", measurement.name(), (System.nanoTime() - begin) / 1_000_000_000);
        }
        write();
    }

    private void append(String text) {
        System.out.print(text);
        System.out.flush();
        page.append(text);
    }

    private void write() throws IOException {
        Path results = Files.createDirectories(Path.of("layers-testkit/benchmarks/target/results"));
        Path file = results.resolve(
                "jdk" + Runtime.version().feature() + "-" + effort.name().toLowerCase(Locale.ROOT) + ".md");
        System.err.println("Written to " + Files.writeString(file, page));
    }

    /** Returns what the figures depend on. */
    private String machine() {
        return String.join(
                        ", ",
                        Arrays.asList(
                                System.getProperty("java.vm.name") + " " + Runtime.version(),
                                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                                Runtime.getRuntime().availableProcessors() + " cores",
                                LocalDate.now().toString()))
                + ", " + (effort == Effort.QUICK ? "quick: a tendency, no figures" : "full") + "\n";
    }
}
