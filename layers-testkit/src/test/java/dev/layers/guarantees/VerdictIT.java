package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.CollectionPolicy;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.UnloadReport;
import dev.layers.Verdict;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A verdict says what the JVM did, no more: held is never COLLECTED, let go is never RETAINED. */
class VerdictIT {
    @TempDir
    Path directory;

    private TestHost host;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
    }

    @AfterEach
    void close() throws Exception {
        System.getProperties().remove("layers.held");
        host.close();
    }

    @ParameterizedTest
    @DisplayName("G37 Whatever of a module the host holds, the verdict is RETAINED, and COLLECTED after it let go")
    @CsvSource({
        "object, this",
        "class, getClass()",
        "layer, getClass().getModule().getLayer()",
        "lambda, (Runnable) () -> {}",
        "exception, new IllegalStateException(\"kept\")"
    })
    void verdict_somethingIsHeld_isRetained(String what, String held) throws Exception {
        Path jar = host.chat(
                        "System.getProperties().put(\"layers.held\", new java.util.concurrent.atomic.AtomicReference<>("
                                + held + ")); return text;")
                .toJar(directory.resolve("chat.jar"));
        assertThat(DroppedLayer.outlivesItsDrop(host, jar))
                .as("held without Layers")
                .isTrue();

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");
            UnloadReport report = module.unload();

            assertThat(report).isRetained();
            assertThat(report.await(Duration.ZERO))
                    .get()
                    .asString()
                    .matches("RETAINED, outlived \\d+ collections in .*");
            System.getProperties().remove("layers.held");
            assertThat(module.unload()).isClean();
        }
    }

    @Test
    @DisplayName("G37 An object that its finalizer hands to the host retains the module")
    void verdict_objectIsResurrected_isRetained() throws Exception {
        Path jar = host.chat(
                        "new Risen(); return text; } static class Risen {"
                                + " @SuppressWarnings({\"deprecation\", \"removal\"}) protected void finalize() {"
                                + " System.getProperties().put(\"layers.held\", new java.util.concurrent.atomic.AtomicReference<>(this)); }")
                .toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");

            assertThat(module.unload()).isRetained();
            assertThat(System.getProperties().get("layers.held")).isNotNull();
            System.getProperties().remove("layers.held");
            assertThat(module.unload()).isClean();
        }
    }

    @ParameterizedTest
    @DisplayName("G37 What says nothing of the module by itself holds nothing")
    @CsvSource({
        "text, getClass().getName()",
        "trace, new Throwable().getStackTrace()",
        "configuration, getClass().getModule().getLayer().configuration()",
        "weak reference, new java.lang.ref.WeakReference<>(this)"
    })
    void verdict_somethingHarmlessIsHeld_isCollected(String what, String held) throws Exception {
        Path jar = host.chat(
                        "System.getProperties().put(\"layers.held\", new java.util.concurrent.atomic.AtomicReference<>("
                                + held + ")); return text;")
                .toJar(directory.resolve("chat.jar"));
        DroppedLayer.untilCollected(host, jar);

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");

            assertThat(module.unload()).isClean();
            assertThat(System.getProperties().get("layers.held")).isNotNull();
        }
    }

    @Test
    @DisplayName("G37 What is let go while it is watched is COLLECTED, not RETAINED")
    void verdict_isLetGoMeanwhile_isCollected() throws Exception {
        Path jar = host.chat(
                        "System.getProperties().put(\"layers.held\", new java.util.concurrent.atomic.AtomicReference<>(this)); return text;")
                .toJar(directory.resolve("chat.jar"));

        try (LayerManager manager =
                host.manager().collecting(CollectionPolicy.passive()).build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");
            UnloadReport report = module.unload();
            System.gc();
            assertThat(report.await(Duration.ofMillis(100))).isEmpty();
            System.getProperties().remove("layers.held");
            Patience.until("the verdict is known", () -> {
                System.gc();
                return report.verdict().isDone();
            });

            assertThat(report).isClean();
        }
    }

    @Test
    @DisplayName("G37 PASSIVE: what is held is RETAINED by the collections that happen anyway")
    void passive_somethingIsHeld_isRetained() throws Exception {
        Path jar = host.chat(
                        "System.getProperties().put(\"layers.held\", new java.util.concurrent.atomic.AtomicReference<>(this)); return text;")
                .toJar(directory.resolve("chat.jar"));

        try (LayerManager manager =
                host.manager().collecting(CollectionPolicy.passive()).build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");
            UnloadReport report = module.unload();
            Patience.until("the verdict is known", () -> {
                System.gc();
                return report.verdict().isDone();
            });

            assertThat(report).isRetained();
        }
    }

    @Test
    @DisplayName("G37 A collection judges all 100 modules that were unloaded together")
    void collections_of100Modules_areFew() throws Exception {
        byte[] plain = ModuleSource.plain()
                .type("package acme; public class Chat implements bot.Command {"
                        + " public String apply(String text) { return text; } }")
                .service("bot.Command", "acme.Chat")
                .dependsOn(host.contractJar())
                .bytes();

        try (LayerManager manager =
                host.manager().collecting(CollectionPolicy.passive()).build()) {
            for (int number = 0; number < 100; number++) {
                manager.load(Files.write(directory.resolve("mod" + number + ".jar"), plain));
            }
            List<UnloadReport> reports = manager.unloadAll();
            AtomicInteger collections = new AtomicInteger();
            Patience.until("all verdicts are known", () -> {
                System.gc();
                collections.incrementAndGet();
                CompletableFuture.allOf(
                                reports.stream().map(UnloadReport::verdict).toArray(CompletableFuture[]::new))
                        .completeOnTimeout(null, 1, TimeUnit.SECONDS)
                        .join();
                return reports.stream().allMatch(report -> report.verdict().isDone());
            });

            assertThat(collections)
                    .as("a second one for whatever was still on a stack")
                    .hasValueLessThanOrEqualTo(3);
            assertThat(reports)
                    .hasSize(100)
                    .allSatisfy(report -> assertThat(report).isClean());
        }
    }

    @Test
    @DisplayName("G38 A verdict that is pending when the manager closes is UNCONFIRMED, not COLLECTED")
    void close_verdictIsPending_isUnconfirmed() throws Exception {
        Path jar = host.chat(
                        "System.getProperties().put(\"layers.held\", new java.util.concurrent.atomic.AtomicReference<>(this)); return text;")
                .toJar(directory.resolve("chat.jar"));

        LayerManager manager =
                host.manager().collecting(CollectionPolicy.passive()).build();
        LoadedModule module = manager.load(jar);
        host.command(module).apply("ping");
        UnloadReport report = module.unload();
        manager.close();

        assertThat(report.verdict().get(30, TimeUnit.SECONDS))
                .isInstanceOf(Verdict.Unconfirmed.class)
                .extracting(verdict -> ((Verdict.Unconfirmed) verdict).reason())
                .isEqualTo("the manager was closed");
    }

    @Test
    @DisplayName("G37 Nobody can complete the verdict of a report but the JVM")
    void verdict_isCompletedByAHost_staysUnknown() {
        Path jar = host.chat(
                        "System.getProperties().put(\"layers.held\", new java.util.concurrent.atomic.AtomicReference<>(this)); return text;")
                .toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");
            UnloadReport report = module.unload();
            report.verdict().complete(new Verdict.Collected(Duration.ZERO));
            report.verdict().cancel(true);

            assertThat(report).isRetained();
        }
    }
}
