package dev.layers.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.layers.LayerManager;
import dev.layers.testkit.CorePath;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many lives of one module in a small JVM; system property {@code layers.cycles} says how many. */
class CyclesIT {
    private static final int CYCLES = Integer.getInteger("layers.cycles", 1000);
    /** The hook, the registered resource and the interrupted task call the host once each. */
    private static final int TICKS = 3;

    private static final Pattern FIGURES = Pattern.compile("cycles (\\d+) clean (\\d+) ticks (\\d+)"
            + " \\| threads (\\d+) classes (\\d+) descriptors (\\d+) files (\\d+)"
            + " -> threads (\\d+) classes (\\d+) descriptors (\\d+) files (\\d+) \\| \\d+ ms");

    private static final String CHAT = """
            package acme;
            import dev.layers.module.*;
            import java.util.concurrent.CountDownLatch;
            public class Chat implements bot.Command, ModuleLifecycle {
                Runnable tick;
                public void start(ModuleContext context) throws Exception {
                    tick = context.service(Runnable.class);
                    context.onUnload(tick::run);
                    CountDownLatch runs = new CountDownLatch(1);
                    context.executor().execute(() -> {
                        runs.countDown();
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException stop) {
                            tick.run();
                        }
                    });
                    runs.await();
                }
                public String apply(String text) {
                    try (java.io.InputStream greeting = Chat.class.getResource("greeting.txt").openStream()) {
                        return new String(greeting.readAllBytes()) + " " + text;
                    } catch (java.io.IOException unreadable) {
                        throw new java.io.UncheckedIOException(unreadable);
                    }
                }
                public void beforeUnload(UnloadContext context) {
                    tick.run();
                }
            }
            """;

    @TempDir
    Path directory;

    @ParameterizedTest
    @DisplayName("G35 G6 Every life is collected; threads, classes, descriptors and files are flat")
    @CsvSource({"modular, request", "plain, passive"})
    void lives_inSmallJvm_leaveNothing(String form, String policy) throws Exception {
        assumeThat(LayerManager.class.getModule().isNamed())
                .as("on the class path the JVM would be the same again")
                .isTrue();
        try (TestHost host = TestHost.create(directory)) {
            Path jar = source(form)
                    .type(CHAT)
                    .resource("acme/greeting.txt", "hello")
                    .dependsOn(host.contractJar())
                    .dependsOn(CorePath.locations())
                    .toJar(directory.resolve("chat.jar"));
            Path temporary = Files.createDirectory(directory.resolve("tmp"));

            List<String> lines = new ForkedJvm(directory, host.contractJar())
                    .run(
                            CycleHost.class,
                            // a long compilation holds what it compiles, on a busy machine longer than a verdict waits
                            List.of(
                                    "-XX:TieredStopAtLevel=1",
                                    "-Xmx64m",
                                    "-XX:MaxMetaspaceSize=64m",
                                    "-Djava.io.tmpdir=" + temporary),
                            jar,
                            CYCLES,
                            policy);

            System.out.println(form + ", " + policy + ": " + String.join(" ", lines));
            assertThat(lines).singleElement().satisfies(CyclesIT::assertFlat);
        }
    }

    private static void assertFlat(String line) {
        Matcher figures = FIGURES.matcher(line);
        assertThat(figures.matches()).as(line).isTrue();
        assertThat(number(figures, 2)).as("clean").isEqualTo(CYCLES);
        assertThat(number(figures, 3)).as("ticks").isEqualTo(CYCLES * TICKS);
        assertThat(number(figures, 8)).as("threads").isLessThanOrEqualTo(number(figures, 4) + 2);
        // what is used for the first time after the warm-up has some; what leaks has one a life
        assertThat(number(figures, 9)).as("classes").isLessThanOrEqualTo(number(figures, 5) + CYCLES / 10);
        assertThat(number(figures, 10)).as("descriptors").isZero();
        assertThat(number(figures, 11)).as("files").isZero();
    }

    private static int number(Matcher figures, int group) {
        return Integer.parseInt(figures.group(group));
    }

    private static ModuleSource source(String form) {
        return form.equals("plain")
                ? ModuleSource.plain()
                        .service("bot.Command", "acme.Chat")
                        .service("dev.layers.module.ModuleLifecycle", "acme.Chat")
                : ModuleSource.module("module chat { requires bot.api; requires dev.layers.core;"
                        + " provides bot.Command with acme.Chat;"
                        + " provides dev.layers.module.ModuleLifecycle with acme.Chat; }");
    }
}
