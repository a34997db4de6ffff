package dev.layers.benchmarks;

import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The module whose provider benchmarks call. */
public final class Modules {
    private Modules() {}

    /** Compiles a plain jar that provides a {@link Calculator}. */
    public static Path calculator() {
        return ModuleSource.plain()
                .service("dev.layers.benchmarks.Calculator", "bench.Sum")
                .type("package bench; import dev.layers.benchmarks.Calculator;"
                        + " public class Sum implements Calculator {"
                        + " private final Listener kept = new Heard();"
                        + " public int add(int one, int other) { return one + other; }"
                        + " public String greet(String name) { return name; }"
                        + " public boolean take(Listener listener) { return listener != null; }"
                        + " public Listener same() { return kept; }"
                        + " public Listener fresh() { return new Heard(); }"
                        + " static class Heard implements Listener { public void hear() {} } }")
                .dependsOn(Calculator.class)
                .toJar(directory().resolve("calculator.jar"));
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("layers-benchmark");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
