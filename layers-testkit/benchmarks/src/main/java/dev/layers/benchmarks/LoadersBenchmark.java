package dev.layers.benchmarks;

import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A module with ten private libraries, in a layer with one loader and in one with a loader for each module. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LoadersBenchmark {
    private static final String NAME = "bench.module";
    private static final int LIBRARIES = 10;

    private Path directory;

    /** Compiles the module and its libraries. */
    @Setup
    public void prepare() throws IOException {
        directory = Files.createTempDirectory("layers-benchmark");
        StringBuilder requires = new StringBuilder();
        StringBuilder calls = new StringBuilder("text");
        Path[] libraries = new Path[LIBRARIES];
        for (int number = 0; number < LIBRARIES; number++) {
            String name = "library" + (char) ('a' + number);
            libraries[number] = ModuleSource.module("module " + name + " { exports " + name + "; }")
                    .type("package " + name + "; public class Suffix { public static String of(String text)"
                            + " { return text.length() + \"" + name + "\"; } }")
                    .toJar(directory.resolve(name + ".jar"));
            requires.append(" requires ").append(name).append(';');
            calls.insert(0, name + ".Suffix.of(").append(')');
        }
        ModuleSource.module("module " + NAME + " {" + requires
                        + " provides java.util.function.UnaryOperator with bench.module.Operator; }")
                .type("package bench.module; public class Operator implements java.util.function.UnaryOperator<String>"
                        + " { public String apply(String text) { return " + calls + "; } }")
                .dependsOn(libraries)
                .toJar(directory.resolve("module.jar"));
    }

    /** One loader for all. */
    @Benchmark
    public Object oneLoader() {
        return answer(
                ModuleLayer.boot().defineModulesWithOneLoader(configuration(), ClassLoader.getSystemClassLoader()));
    }

    /** A loader for each module. */
    @Benchmark
    public Object manyLoaders() {
        return answer(
                ModuleLayer.boot().defineModulesWithManyLoaders(configuration(), ClassLoader.getSystemClassLoader()));
    }

    private Configuration configuration() {
        return ModuleLayer.boot().configuration().resolve(ModuleFinder.of(directory), ModuleFinder.of(), Set.of(NAME));
    }

    @SuppressWarnings("unchecked")
    private static String answer(ModuleLayer layer) {
        UnaryOperator<String> operator =
                ServiceLoader.load(layer, UnaryOperator.class).findFirst().orElseThrow();
        return operator.apply("text");
    }
}
