package dev.layers.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.testkit.ModuleSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a user who has all on the module path, JUnit as named modules among it. */
class UserModuleIT {
    private static final List<String> NEEDED = List.of(
            "layers-core",
            "layers-testkit",
            "jspecify",
            "jackson-core",
            "classgraph",
            "asm",
            "assertj-core",
            "byte-buddy",
            "junit-jupiter-api",
            "junit-jupiter-engine",
            "junit-platform-commons",
            "junit-platform-engine",
            "junit-platform-launcher",
            "opentest4j",
            "apiguardian");

    private static final ModuleSource USER = ModuleSource.module("""
                    open module user.tests {
                        requires dev.layers.testkit;
                        requires org.junit.jupiter.api;
                        requires org.junit.platform.launcher;
                    }
                    """).type("""
                    package user;

                    import dev.layers.testkit.ModuleSource;
                    import dev.layers.testkit.junit.*;
                    import java.util.function.IntSupplier;
                    import static org.junit.jupiter.api.Assertions.assertEquals;

                    @LayersTest(provides = IntSupplier.class)
                    class AnswerTest {
                        private static final ModuleSource ANSWER = ModuleSource.module(
                                        "module answer { provides java.util.function.IntSupplier with acme.Answer; }")
                                .type("package acme; public class Answer implements java.util.function.IntSupplier {"
                                        + " public int getAsInt() { return 42; } }");

                        @UnloadsCleanly(repeat = 2)
                        void answer(@Load("ANSWER") IntSupplier answer) {
                            assertEquals(42, answer.getAsInt());
                        }
                    }
                    """).type("""
                    package user;

                    import org.junit.platform.engine.discovery.DiscoverySelectors;
                    import org.junit.platform.launcher.core.*;
                    import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
                    import org.junit.jupiter.api.Test;

                    public class Main {
                        public static void main(String[] arguments) {
                            var listener = new SummaryGeneratingListener();
                            var request = LauncherDiscoveryRequestBuilder.request()
                                    .selectors(DiscoverySelectors.selectClass(AnswerTest.class))
                                    .build();
                            LauncherFactory.create().execute(request, listener);
                            listener.getSummary().getFailures().forEach(failure -> System.out.println(failure.getException()));
                            System.out.println(Test.class.getModule() + ": "
                                    + listener.getSummary().getTestsSucceededCount() + " succeeded");
                        }
                    }
                    """);

    @TempDir
    Path directory;

    @Test
    void extension_runsAmongNamedModules() throws Exception {
        Path[] libraries = libraries();
        Path tests = USER.dependsOn(libraries).toJar(directory.resolve("tests.jar"));

        List<String> lines = run(Stream.concat(Stream.of(tests), Stream.of(libraries)));

        assertThat(lines).containsExactly("module org.junit.jupiter.api: 2 succeeded");
    }

    private List<String> run(Stream<Path> modules) throws IOException, InterruptedException {
        String path = modules.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        path,
                        "--add-modules",
                        "org.junit.jupiter.engine",
                        "--module",
                        "user.tests/user.Main")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return Files.readAllLines(output);
    }

    private static Path[] libraries() {
        String paths = System.getProperty("java.class.path", "")
                + File.pathSeparator
                + System.getProperty("jdk.module.path", "");
        return Stream.of(paths.split(File.pathSeparator))
                .filter(path -> NEEDED.stream().anyMatch(Path.of(path).toString()::contains))
                .filter(path -> !path.endsWith("test-classes"))
                .map(Path::of)
                .distinct()
                .toArray(Path[]::new);
    }
}
