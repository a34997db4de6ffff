package dev.layers.benchmarks.load;

import dev.layers.benchmarks.Effort;
import dev.layers.benchmarks.Jvm;
import dev.layers.benchmarks.Measurement;
import dev.layers.benchmarks.Ratios;
import dev.layers.benchmarks.Table;
import dev.layers.benchmarks.systems.Contender;
import dev.layers.benchmarks.systems.Plugin;
import dev.layers.benchmarks.systems.Shelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The first load of every system in JVMs of their own, one round after the other. */
public final class FirstLoadMeasurement implements Measurement {
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
        Path directory = Files.createTempDirectory("layers-benchmark-first");
        Ratios ratios = new Ratios(Contender.BARE.label());
        for (int round = 0; round < effort.of(5, 15); round++) {
            for (Contender contender : Contender.COMPARED) {
                ratios.add(contender.label(), load(contender, directory));
            }
        }
        Directories.delete(directory);
        Table table = new Table("system, started, loads 5 classes", "µs", "ratio");
        for (Contender contender : Contender.COMPARED) {
            table.row(
                    contender.label(),
                    ratios.values(contender.label()).text(),
                    ratios.ratios(contender.label()).text());
        }
        return table.text();
    }

    private static double load(Contender contender, Path directory) throws IOException, InterruptedException {
        Path own = directory.resolve(contender.name());
        Shelf shelf = Shelf.of(contender, Work.SMALL.shapes(), directory.resolve("kept"), own.resolve("plugins"));
        Plugin plugin = shelf.layOutUnseen().get(0);
        List<String> printed = Jvm.run(
                List.of(),
                FirstLoad.class,
                contender.name(),
                plugin.jar().toString(),
                own.resolve("scratch").toString());
        shelf.clear();
        return Double.parseDouble(printed.get(0));
    }
}
