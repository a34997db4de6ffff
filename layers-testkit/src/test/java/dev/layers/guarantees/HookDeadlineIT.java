package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.UnloadStep;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hooks and registered resources that do not end are reported, and hold up nothing but their own module. */
class HookDeadlineIT {
    /** For starts as well, which take their time on a machine that has others to serve. */
    private static final Duration LIMIT = Duration.ofSeconds(2);
    /** Of the limit, when the one hook begins: not all of it. */
    private static final String WHAT_WAS_LEFT = "(2|1\\.\\d+) s";

    @TempDir
    Path directory;

    private TestHost host;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
    }

    @AfterEach
    void close() throws Exception {
        host.openLatches();
        host.close();
    }

    @Test
    @DisplayName("G21 A hook that waits for ever has a deadline, is reported and interrupted")
    void hook_waitsForEver_isReportedAndInterrupted() {
        Path jar = host.lifecycle("""
                        bot.Journal journal;
                        public String apply(String text) { return text; }
                        public void start(ModuleContext context) { journal = context.service(bot.Journal.class); }
                        public void beforeUnload(UnloadContext context) {
                            try {
                                new java.util.concurrent.CountDownLatch(1).await();
                            } catch (InterruptedException stop) {
                                journal.accept("interrupted with " + context.timeLeft() + " left");
                            }
                        }
                        """).toJar(directory.resolve("chat.jar"));
        UnloadPolicy policy = UnloadPolicy.standard().hooksFor(LIMIT);

        try (LayerManager manager = host.manager().unloading(policy).build()) {
            UnloadReport report = manager.load(jar).unload();

            assertThat(report.findings())
                    .singleElement()
                    .asString()
                    .matches("beforeUnload of 'acme.Chat' did not end within " + WHAT_WAS_LEFT + ":"
                            + " thread 'chat#1 beforeUnload' still runs"
                            + " at acme\\.Chat\\..*\\(Chat\\.java:\\d+\\)");
            assertThat(LeftRunning.took(report, UnloadStep.HOOKS)).isGreaterThanOrEqualTo(LIMIT);
            assertThat(host.entries()).containsExactly("interrupted with PT0S left");
            assertThat(report).isReleased().isCollected();
        }
    }

    @Test
    @DisplayName("G21 A registered resource that never closes has a deadline and is reported")
    void onUnload_waitsForEver_isReported() {
        Path jar = host.lifecycle("""
                        public String apply(String text) { return text; }
                        public void start(ModuleContext context) {
                            bot.Journal journal = context.service(bot.Journal.class);
                            context.onUnload(() -> journal.accept("first closed"));
                            context.onUnload(() -> {
                                try {
                                    new java.util.concurrent.CountDownLatch(1).await();
                                } catch (InterruptedException stop) {
                                    journal.accept("interrupted");
                                }
                            });
                        }
                        """).toJar(directory.resolve("chat.jar"));
        UnloadPolicy policy = UnloadPolicy.standard().hooksFor(LIMIT);

        try (LayerManager manager = host.manager().unloading(policy).build()) {
            UnloadReport report = manager.load(jar).unload();

            assertThat(report.findings())
                    .singleElement()
                    .asString()
                    .matches("closing what was registered did not end within 2 s:"
                            + " thread 'chat#1 onUnload' still runs"
                            + " at acme\\.Chat\\..*\\(Chat\\.java:\\d+\\)");
            assertThat(report).isReleased().isCollected();
            assertThat(host.entries()).containsExactly("interrupted", "first closed");
        }
    }

    @Test
    @DisplayName("G21 G36 A hook that ignores interrupts holds up its own module alone, and is collected once it ended")
    void hook_ignoresInterrupts_holdsUpItsOwnModuleAlone() throws Exception {
        Path jar = host.lifecycle("""
                        java.util.concurrent.CountDownLatch gate = new java.util.concurrent.CountDownLatch(1);
                        bot.Journal journal;
                        public String apply(String text) { return text; }
                        public void start(ModuleContext context) {
                            journal = context.service(bot.Journal.class);
                            journal.accept(gate);
                        }
                        public void beforeUnload(UnloadContext context) {
                            journal.accept("hook began");
                            while (gate.getCount() > 0) {
                                try {
                                    gate.await();
                                } catch (InterruptedException ignored) {
                                }
                            }
                        }
                        """).toJar(directory.resolve("chat.jar"));
        Path other = other().toJar(directory.resolve("other.jar"));
        UnloadPolicy policy = UnloadPolicy.standard().hooksFor(LIMIT).threadsFor(Duration.ofSeconds(1));

        try (LayerManager manager = host.manager().unloading(policy).build()) {
            LoadedModule module = manager.load(jar);
            CountDownLatch gate = (CountDownLatch) host.entries().get(0);
            CompletableFuture<UnloadReport> unload = CompletableFuture.supplyAsync(module::unload);
            Patience.until("the hook is running", () -> host.entries().contains("hook began"));

            LoadedModule beside = manager.load(other);
            assertThat(host.command(beside).apply("ping")).isEqualTo("other ping");
            assertThat(beside.reload()).isReleased();
            assertThat(beside.unload()).isReleased();
            UnloadReport report = unload.orTimeout(1, TimeUnit.MINUTES).join();

            assertThat(report.findings()).hasSize(2);
            assertThat(report.findings().get(0))
                    .matches("beforeUnload of 'acme.Chat' did not end within " + WHAT_WAS_LEFT + ":"
                            + " thread 'chat#1 beforeUnload' still runs"
                            + " at acme\\.Chat\\..*\\(Chat\\.java:\\d+\\)");
            assertThat(LeftRunning.took(report, UnloadStep.HOOKS)).isGreaterThanOrEqualTo(LIMIT);
            assertThat(report.findings().get(1))
                    .isEqualTo("still runs: thread 'chat#1 beforeUnload' (WAITING)"
                            + " at acme.Chat.beforeUnload(Chat.java:12)");
            assertThat(report).isReleased().isRetained();
            gate.countDown();
            Patience.until(
                    "the hook has ended",
                    () -> LiveThreads.named("chat#1 beforeUnload").isEmpty());
            assertThat(module.unload()).isReleased().isCollected();
            assertThat(host.entries()).containsExactly(gate, "hook began");
        }
    }

    private ModuleSource other() {
        return ModuleSource.module("module other { requires bot.api; provides bot.Command with other.Other; }")
                .type("package other; public class Other implements bot.Command {"
                        + " public String apply(String text) { return \"other \" + text; } }")
                .dependsOn(host.contractJar());
    }
}
