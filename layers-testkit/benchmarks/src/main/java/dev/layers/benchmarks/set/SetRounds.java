package dev.layers.benchmarks.set;

import dev.layers.benchmarks.Directories;
import dev.layers.benchmarks.Ratios;
import dev.layers.benchmarks.jvm.Departures;
import dev.layers.benchmarks.jvm.Usage;
import dev.layers.benchmarks.systems.Contender;
import dev.layers.benchmarks.systems.Plugin;
import dev.layers.benchmarks.systems.PluginJar;
import dev.layers.benchmarks.systems.PluginShape;
import dev.layers.benchmarks.systems.PluginSystem;
import dev.layers.benchmarks.systems.Shelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Loads a set in every way in turn, calls each module, unloads all, and looks at what that took and what it left. */
final class SetRounds implements AutoCloseable {
    private static final long SEED = 42;

    private final List<SetWay> ways;
    private final int modules;
    private final Map<Contender, Shelf> shelves = new EnumMap<>(Contender.class);
    private final Map<Contender, List<PluginJar>> jars = new EnumMap<>(Contender.class);
    private final Path directory = Files.createTempDirectory("layers-set");
    private final Map<Figure, Ratios> figures = new EnumMap<>(Figure.class);

    /** What is looked at, per module but for the collections and the classes. */
    enum Figure {
        LOAD("load, µs"),
        CPU("CPU of it, µs"),
        CALLS("first call, µs"),
        METASPACE("metaspace in use, KB"),
        COMMITTED("metaspace committed, KB"),
        HEAP("heap, KB"),
        UNLOAD("unload, µs"),
        COLLECTIONS("collections requested for all"),
        HEAP_LEFT("heap left by all, KB"),
        CLASSES_LEFT("classes left by all");

        private final String title;

        Figure(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    SetRounds(List<SetWay> ways, int modules, int classes) throws IOException {
        this.ways = ways;
        this.modules = modules;
        for (SetWay way : ways) {
            if (!shelves.containsKey(way.system())) {
                Shelf shelf = Shelf.of(
                        way.system(),
                        PluginShape.numbered(modules, classes),
                        directory.resolve("kept"),
                        directory.resolve(way.system().name()));
                shelves.put(way.system(), shelf);
                jars.put(way.system(), shelf.layOutUnseen());
            }
        }
    }

    /** Runs rounds, each in another order; the first ones only warm up. */
    Map<Figure, Ratios> run(int warmUp, int rounds) throws Exception {
        Random random = new Random(SEED);
        List<SetWay> order = new ArrayList<>(ways);
        for (int round = -warmUp; round < rounds; round++) {
            if (round == 0) {
                figures.clear();
            }
            Collections.shuffle(order, random);
            for (SetWay way : order) {
                run(way);
            }
        }
        return figures;
    }

    private void run(SetWay way) throws Exception {
        try (PluginSystem system = shelves.get(way.system()).start()) {
            Usage before = Usage.settled();
            long cpu = Usage.cpuNanos();
            long begin = System.nanoTime();
            List<Plugin> plugins = way.load(system, jars.get(way.system()));
            each(way, Figure.LOAD, (System.nanoTime() - begin) / 1e3);
            each(way, Figure.CPU, (Usage.cpuNanos() - cpu) / 1e3);
            call(way, plugins);
            Usage loaded = Usage.settled();
            each(way, Figure.METASPACE, (loaded.metaspace() - before.metaspace()) / 1024.0);
            each(way, Figure.COMMITTED, (loaded.committed() - before.committed()) / 1024.0);
            each(way, Figure.HEAP, (loaded.heap() - before.heap()) / 1024.0);
            unload(way, plugins);
            // a host that keeps references keeps a class for each, whatever became of the module
            plugins.clear();
            Usage after = Usage.settled();
            add(way, Figure.HEAP_LEFT, (after.heap() - before.heap()) / 1024.0);
            add(way, Figure.CLASSES_LEFT, (double) (after.classes() - before.classes()));
        }
    }

    private void call(SetWay way, List<Plugin> plugins) throws Exception {
        if (plugins.size() != modules) {
            throw new IllegalStateException(way.title() + ": " + plugins.size() + " of " + modules + " loaded");
        }
        long begin = System.nanoTime();
        for (Plugin plugin : plugins) {
            if (!plugin.call("text").startsWith("text")) {
                throw new IllegalStateException(way.title() + ": wrong answer");
            }
        }
        each(way, Figure.CALLS, (System.nanoTime() - begin) / 1e3);
    }

    private void unload(SetWay way, List<Plugin> plugins) throws Exception {
        Departures departures = new Departures();
        long begin = System.nanoTime();
        for (Plugin plugin : plugins) {
            departures.add(plugin.unload());
        }
        each(way, Figure.UNLOAD, (System.nanoTime() - begin) / 1e3);
        add(way, Figure.COLLECTIONS, departures.await());
    }

    private void each(SetWay way, Figure figure, double all) {
        add(way, figure, all / modules);
    }

    private void add(SetWay way, Figure figure, double value) {
        figures.computeIfAbsent(
                        figure,
                        first -> new Ratios(ways.stream().map(SetWay::title).toList()))
                .add(way.title(), value);
    }

    @Override
    public void close() throws IOException {
        Directories.delete(directory);
    }
}
