package dev.layers.benchmarks.load;

import dev.layers.benchmarks.Bound;
import dev.layers.benchmarks.Directories;
import dev.layers.benchmarks.Effort;
import dev.layers.benchmarks.Measurement;
import dev.layers.benchmarks.Ratios;
import dev.layers.benchmarks.Spread;
import dev.layers.benchmarks.Table;
import dev.layers.benchmarks.jvm.OwnJvm;
import dev.layers.benchmarks.systems.Contender;
import dev.layers.benchmarks.systems.Shelf;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first load of every system in JVMs of their own, one round after the other. */
public final class FirstLoadMeasurement implements Measurement {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Override
    public String name() {
        return "first";
    }

    @Override
    public String title() {
        return "First load in a fresh JVM";
    }

    @Override
    public String measure(Effort effort) throws Exception {
        Ratios ratios = ratios(effort.of(5, 15), Contender.COMPARED);
        Table table = new Table("system, started, loads 5 classes", "µs", "ratio");
        for (Contender contender : Contender.COMPARED) {
            table.row(
                    contender.title(),
                    ratios.values(contender.title()).text(),
                    ratios.ratios(contender.title()).text());
        }
        return table.text();
    }

    /** Returns how the first load stands to that of a bare layer. */
    public static List<Bound> bounds() throws Exception {
        Spread ratio = ratios(5, List.of(Contender.BARE, Contender.LAYERS)).ratios(Contender.LAYERS.title());
        return List.of(Bound.ratio("first load in a fresh JVM", 20, ratio.median()));
    }

    private static Ratios ratios(int rounds, List<Contender> contenders) throws Exception {
        Path directory = Files.createTempDirectory("layers-benchmark-first");
        try {
            Ratios ratios = new Ratios(contenders.get(0).title());
            for (int round = 0; round < rounds; round++) {
                for (Contender contender : contenders) {
                    ratios.add(contender.title(), load(contender, directory));
                }
            }
            return ratios;
        } finally {
            Directories.delete(directory);
        }
    }

    private static double load(Contender contender, Path directory) throws IOException, InterruptedException {
        Shelf shelf = Shelf.of(
                contender, List.of(FirstLoad.SHAPE), directory.resolve("kept"), directory.resolve(contender.name()));
        String printed = OwnJvm.run(
                List.of("-cp", classPath(contender)),
                FirstLoad.class,
                LIMIT,
                contender.name(),
                shelf.layOutUnseen().get(0).file().toString(),
                shelf.scratch().toString());
        shelf.clear();
        return Double.parseDouble(printed.strip());
    }

    /** Returns the benchmarks themselves and the jars of that system: whatever else is there would be opened, too. */
    private static String classPath(Contender contender) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> isNeeded(Path.of(entry), contender))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isNeeded(Path entry, Contender contender) {
        return Files.exists(entry.resolve("dev/layers/benchmarks/load/FirstLoad.class"))
                || contender.libraries().stream().anyMatch(entry.getFileName().toString()::startsWith);
    }
}
