package dev.layers;

import dev.layers.benchmarks.systems.OrdinaryClass;
import dev.layers.internal.layer.HostSide;
import dev.layers.internal.snapshot.Limits;
import dev.layers.internal.snapshot.Snapshot;
import dev.layers.testkit.ModuleSource;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the preflight costs beside a bare load of the same jar.
 *
 * <p>A load reads and resolves in any case, so the preflight is what {@code unseen} or {@code seen} take more than
 * {@code readAndResolved}. One class in ten names the contract.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PreflightBenchmark {
    private static final String NAMING =
            "int weigh(bench.api.Operator other) { return other.weight(1) + other.apply(\"\").length(); } ";
    private static final Limits LIMITS = new Limits(100_000, Integer.MAX_VALUE, 64, Duration.ZERO);

    /** How many classes the module has; at most 50 are loaded by the call. */
    @Param({"5", "500"})
    public int classes;

    private Path jar;
    private Source source;
    private ModuleLayer host;
    private Class<?> operator;
    private Environment seeing;
    private HostSide side;

    /** Compiles contract and module and builds what a manager keeps. */
    @Setup
    public void prepare() throws Exception {
        Path directory = Files.createTempDirectory("layers-benchmark");
        Path api = ModuleSource.module("module bench.api { exports bench.api; }")
                .type("package bench.api; public interface Operator extends java.util.function.UnaryOperator<String> {"
                        + " default int weight(int size) { return size; } }")
                .toJar(directory.resolve("api.jar"));
        jar = module(api).toJar(directory.resolve("module.jar"));
        source = new Source(LoadOptions.standard(), jar, List.of());
        Configuration configuration = ModuleLayer.boot()
                .configuration()
                .resolve(ModuleFinder.of(api), ModuleFinder.of(), Set.of("bench.api"));
        host = ModuleLayer.boot().defineModulesWithOneLoader(configuration, ClassLoader.getSystemClassLoader());
        operator = host.findLoader("bench.api").loadClass("bench.api.Operator");
        ServiceContract contract = ServiceContract.builder().provides(operator).build();
        side = HostSide.of(List.of(operator));
        Binding binding = new Binding(contract, Optional.empty());
        seeing = Environment.of("benchmark", binding, Policies.standard(), new Announcer(List.of()));
    }

    /** Ends the thread of the probe. */
    @TearDown
    public void close() {
        seeing.judge().close();
    }

    /** A bare layer, as a host without a framework would make it, up to the answer of the first call. */
    @Benchmark
    public Object bareLoad() {
        Configuration configuration = Configuration.resolve(
                ModuleFinder.of(jar), List.of(host.configuration()), ModuleFinder.of(), Set.of("bench.module"));
        ModuleLayer layer = ModuleLayer.defineModulesWithOneLoader(
                        configuration, List.of(host), ClassLoader.getSystemClassLoader())
                .layer();
        return answer(ServiceLoader.load(layer, operator).findFirst().orElseThrow());
    }

    /** Snapshot, digest, descriptor and resolution; no check of anything. */
    @Benchmark
    public Object readAndResolved() throws Exception {
        Snapshot snapshot = Snapshot.take(jar, List.of(), LIMITS);
        return Configuration.resolve(snapshot, side.configurations(), ModuleFinder.of(), snapshot.names());
    }

    /** The same with every check, of bytes that were never seen. */
    @Benchmark
    public Object unseen() {
        return Draft.read(unseeing(), source).prepare(Neighbours.none());
    }

    /** The same, of bytes that were checked before. */
    @Benchmark
    public Object seen() {
        return Draft.read(seeing, source).prepare(Neighbours.none());
    }

    /** Returns one that has not examined anything yet. */
    private Environment unseeing() {
        return new Environment(
                seeing.contract(),
                seeing.parents(),
                seeing.linked(),
                new ExaminedBytes(),
                seeing.policies(),
                seeing.judge(),
                seeing.bound(),
                seeing.announcer(),
                seeing.hostReferences(),
                seeing.weaver(),
                seeing.successorWait(),
                seeing.stacks(),
                seeing.startThreads(),
                seeing.recordCache(),
                seeing.contextLoader());
    }

    @SuppressWarnings("unchecked")
    private static String answer(Object operator) {
        return ((UnaryOperator<String>) operator).apply("text");
    }

    private ModuleSource module(Path api) {
        ModuleSource module = ModuleSource.module("module bench.module { requires bench.api;"
                        + " provides bench.api.Operator with bench.module.Main; }")
                .dependsOn(api);
        for (int number = 1; number < classes; number++) {
            module = module.type(OrdinaryClass.text("bench.module", number, number % 10 == 0 ? NAMING : ""));
        }
        return module.type("package bench.module; public class Main implements bench.api.Operator {"
                + " public String apply(String text) { int loaded = 0; "
                + OrdinaryClass.uses("bench.module", Math.min(classes, 50) - 1) + " return text + loaded; } }");
    }
}
