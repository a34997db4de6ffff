package dev.layers.benchmarks.cycle;

import dev.layers.benchmarks.Bound;
import dev.layers.benchmarks.Effort;
import dev.layers.benchmarks.Measurement;
import dev.layers.benchmarks.Table;
import dev.layers.benchmarks.jvm.OwnJvm;
import dev.layers.benchmarks.systems.Contender;
import java.time.Duration;
import java.util.List;

/** What load, call and unload leave each time, in a JVM of its own for each system. */
public final class CycleMeasurement implements Measurement {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** Takes a system and how many cycles; prints a row of the table. */
    public static void main(String[] arguments) throws Exception {
        Cycles.Growth growth = Cycles.run(Contender.valueOf(arguments[0]), Integer.parseInt(arguments[1]));
        System.out.print(String.join(
                "|",
                growth.metaspace().text(),
                growth.committed().text(),
                growth.heap().text(),
                growth.classes().text(),
                growth.descriptors().text(),
                String.valueOf(growth.most())));
    }

    /** Returns what some cycles leave. */
    public static List<Bound> bounds() throws Exception {
        Cycles.Growth growth = Cycles.run(Contender.LAYERS, 200);
        return List.of(
                Bound.number(
                        "metaspace left by each of 200 cycles, bytes",
                        10_000,
                        growth.metaspace().perStep()),
                Bound.number(
                        "heap left by each cycle, bytes", 1000, growth.heap().perStep()),
                Bound.number("classes left by each cycle", 0.1, growth.classes().perStep()),
                Bound.number(
                        "descriptors left by each cycle",
                        0.01,
                        growth.descriptors().perStep()),
                Bound.number("descriptors open at once", 10, (double) growth.most()));
    }

    @Override
    public String name() {
        return "cycles";
    }

    @Override
    public String title() {
        return "Load, call and unload, again and again";
    }

    @Override
    public String measure(Effort effort) throws Exception {
        int cycles = effort.of(400, 2000);
        Table table = new Table(
                cycles + " cycles",
                "metaspace, B",
                "committed, B",
                "heap, B",
                "classes",
                "descriptors",
                "most descriptors at once");
        for (Contender system : Contender.COMPARED) {
            String cells = OwnJvm.run(CycleMeasurement.class, LIMIT, system.name(), String.valueOf(cycles));
            table.row((system.title() + "|" + cells).split("\\|", -1));
        }
        return "Growth per cycle over the second half, by least squares, with its standard error; each sample after a"
                + " settled collection. The file of each load has bytes that were never seen. Descriptors are those that"
                + " are open more than before the first cycle; most are looked for between load and call, after the call,"
                + " and after the unload.\n\n"
                + table.text();
    }
}
