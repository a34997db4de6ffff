package dev.layers.benchmarks.unload;

import dev.layers.CollectionPolicy;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadReport;
import dev.layers.Verdict;
import dev.layers.benchmarks.Directories;
import dev.layers.benchmarks.Ratios;
import dev.layers.benchmarks.Spread;
import dev.layers.benchmarks.jvm.Departures;
import dev.layers.benchmarks.systems.Contender;
import dev.layers.benchmarks.systems.Plugin;
import dev.layers.benchmarks.systems.PluginJar;
import dev.layers.benchmarks.systems.PluginShape;
import dev.layers.benchmarks.systems.PluginSystem;
import dev.layers.benchmarks.systems.Shelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Unloads plug-ins in every system in turn, in a heap that is large enough for a collection to take its time. */
final class Unloads implements AutoCloseable {
    static final String ONE_COLLECTION = "`System.gc()`";
    static final String REQUESTING = "Layers, requesting";
    private static final int LIVE_OBJECTS = 1_000_000;
    private static final long SEED = 42;

    private final List<Object> live = new ArrayList<>();
    private final List<Contender> contenders;
    private final Map<Contender, Shelf> shelves = new EnumMap<>(Contender.class);
    private final Map<Contender, List<PluginJar>> jars = new EnumMap<>(Contender.class);
    private final int plugins;
    private final Path directory = Files.createTempDirectory("layers-unload");
    private final List<Double> bareLoads = new ArrayList<>();
    private Ratios calls;
    private Ratios departures;

    /** Takes the systems, and how many plug-ins each loads and unloads. */
    Unloads(List<Contender> contenders, int plugins) throws IOException {
        this.contenders = contenders;
        this.plugins = plugins;
        for (Contender contender : contenders) {
            Shelf shelf = Shelf.of(
                    contender,
                    PluginShape.numbered(plugins, 5),
                    directory.resolve("kept"),
                    directory.resolve(contender.name()));
            shelves.put(contender, shelf);
            jars.put(contender, shelf.layOutUnseen());
        }
        for (int number = 0; number < LIVE_OBJECTS; number++) {
            live.add(new long[] {number});
        }
        begin();
    }

    /** Something that takes its turn in each round. */
    private interface Turn {
        void take() throws Exception;
    }

    /** Runs rounds, each in another order; the first ones only warm up. */
    void run(int warmUp, int rounds) throws Exception {
        Random random = new Random(SEED);
        List<Turn> turns = new ArrayList<>(List.of(this::collect, this::request));
        contenders.forEach(contender -> turns.add(() -> unload(contender)));
        for (int round = -warmUp; round < rounds; round++) {
            if (round == 0) {
                begin();
            }
            Collections.shuffle(turns, random);
            for (Turn turn : turns) {
                turn.take();
            }
        }
        if (live.size() != LIVE_OBJECTS) {
            throw new IllegalStateException("The heap was not held");
        }
    }

    private void begin() {
        List<String> titles =
                new ArrayList<>(contenders.stream().map(Contender::title).toList());
        calls = new Ratios(titles);
        titles.add(0, ONE_COLLECTION);
        titles.add(REQUESTING);
        departures = new Ratios(titles);
        bareLoads.clear();
    }

    /** Returns the milliseconds of a load and first call of a bare layer. */
    Spread bareLoads() {
        return Spread.of(bareLoads);
    }

    /** Returns the milliseconds of an unload call. */
    Ratios calls() {
        return calls;
    }

    /** Returns the milliseconds from the first unload call until all are known to be gone. */
    Ratios departures() {
        return departures;
    }

    /** Times a collection of the same heap with as many layers in it. */
    private void collect() throws Exception {
        try (PluginSystem bare = shelves.get(Contender.BARE).start()) {
            long first = System.nanoTime();
            List<Plugin> held = load(Contender.BARE, bare);
            bareLoads.add((System.nanoTime() - first) / 1e6 / plugins);
            System.gc();
            long begin = System.nanoTime();
            System.gc();
            departures.add(ONE_COLLECTION, (System.nanoTime() - begin) / 1e6);
            for (Plugin plugin : held) {
                plugin.unload();
            }
        }
    }

    private void unload(Contender kind) throws Exception {
        try (PluginSystem system = shelves.get(kind).start()) {
            List<Plugin> loaded = load(kind, system);
            System.gc();
            Departures all = new Departures();
            long begin = System.nanoTime();
            for (Plugin plugin : loaded) {
                all.add(plugin.unload());
            }
            calls.add(kind.title(), (System.nanoTime() - begin) / 1e6 / plugins);
            all.await();
            departures.add(kind.title(), (System.nanoTime() - begin) / 1e6);
        }
    }

    /** Unloads by a manager that requests the collections itself, until it has its verdicts. */
    private void request() {
        try (LayerManager manager = LayerManager.builder(
                        ServiceContract.builder().provides(UnaryOperator.class).build())
                .collecting(CollectionPolicy.request(Duration.ofMinutes(1)))
                .build()) {
            jars.get(Contender.LAYERS).forEach(jar -> call(manager.load(jar.file())));
            System.gc();
            long begin = System.nanoTime();
            List<UnloadReport> reports = manager.unloadAll();
            boolean areCollected = reports.stream()
                    .map(report -> report.verdict().join())
                    .allMatch(Verdict.Collected.class::isInstance);
            departures.add(REQUESTING, (System.nanoTime() - begin) / 1e6);
            if (!areCollected || reports.size() != plugins) {
                throw new IllegalStateException("Not all were collected: " + reports);
            }
        }
    }

    private List<Plugin> load(Contender kind, PluginSystem system) throws Exception {
        List<Plugin> loaded = new ArrayList<>();
        for (PluginJar jar : jars.get(kind)) {
            Plugin plugin = system.load(jar);
            check(plugin.call("text"));
            loaded.add(plugin);
        }
        return loaded;
    }

    @SuppressWarnings("unchecked")
    private static void call(LoadedModule module) {
        check(((UnaryOperator<String>) module.service(UnaryOperator.class)).apply("text"));
    }

    private static void check(String answer) {
        if (!answer.startsWith("text")) {
            throw new IllegalStateException("Wrong answer '" + answer + "'");
        }
    }

    @Override
    public void close() throws IOException {
        Directories.delete(directory);
    }
}
