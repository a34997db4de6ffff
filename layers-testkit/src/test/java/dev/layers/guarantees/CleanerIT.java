package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of actions that cleaners wait to run. */
class CleanerIT {
    /** Has actions wait for the end of objects that never end. */
    private static final String TWO_ACTIONS = """
                CLEANER.register(String.class, () -> System.setProperty("layers.cleaned", "one"));
                CLEANER.register(Integer.class, () -> System.setProperty("layers.cleaned.too", "two"));
                return text;
            }
            static final java.lang.ref.Cleaner CLEANER = java.lang.ref.Cleaner.create();
            static {
            """;

    @TempDir
    Path directory;

    private TestHost host;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
    }

    @AfterEach
    void close() throws Exception {
        System.clearProperty("layers.cleaned");
        System.clearProperty("layers.cleaned.too");
        host.close();
    }

    @Test
    @DisplayName("Control: without Layers, an action for an object that lives on keeps the module")
    void bareLayer_withPendingAction_isKept() throws Exception {
        Path jar = host.chat(TWO_ACTIONS).toJar(directory.resolve("chat.jar"));

        assertThat(DroppedLayer.outlivesItsDrop(host, jar)).isTrue();
    }

    @Test
    @DisplayName("G32 Pending actions of cleaners are run, and the module is collected")
    void pendingActions_areRun() {
        Path jar = host.chat(TWO_ACTIONS).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");
            UnloadReport report = module.unload();

            assertThat(System.getProperty("layers.cleaned")).isEqualTo("one");
            assertThat(System.getProperty("layers.cleaned.too")).isEqualTo("two");
            assertThat(report.undone()).containsExactly("2 cleaner actions were run");
            assertThat(report).isClean();
        }
    }

    @Test
    @DisplayName("G33 Actions that have run are neither run again nor told")
    void cleanedActions_areNotTold() {
        Path jar = host.chat("""
                        var cleanable = CLEANER.register(String.class, () -> System.setProperty("layers.cleaned",
                            System.getProperty("layers.cleaned", "") + "+"));
                        cleanable.clean();
                        cleanable.clean();
                        return text;
                    }
                    static final java.lang.ref.Cleaner CLEANER = java.lang.ref.Cleaner.create();
                    static {
                """).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");
            UnloadReport report = module.unload();

            assertThat(System.getProperty("layers.cleaned")).isEqualTo("+");
            assertThat(report.undone()).isEmpty();
            assertThat(report).isClean();
        }
    }

    @Test
    @DisplayName("G32 An action that hangs is named, and keeps nobody from searching for what else was left")
    void hangingAction_doesNotKeepTheRest() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        System.getProperties().put("layers.end", end);
        UnloadPolicy hasty = UnloadPolicy.standard().hooksFor(Duration.ofSeconds(2));
        Path jar = host.chat("""
                        var end = (java.util.concurrent.CountDownLatch) System.getProperties().get("layers.end");
                        CLEANER.register(String.class, () -> {
                            while (end.getCount() > 0) {
                                try { end.await(); } catch (InterruptedException goOn) { continue; }
                            }
                        });
                        System.getProperties().put("layers.held", this);
                        return text;
                    }
                    static final java.lang.ref.Cleaner CLEANER = java.lang.ref.Cleaner.create();
                    static {
                """).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().unloading(hasty).build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");
            UnloadReport report = module.unload();
            end.countDown();

            assertThat(report).hasFinding("undoing what was left with the JVM did not end within ");
            assertThat(report.undone()).contains("system property 'layers.held' held an acme.Chat and was removed");
            assertThat(System.getProperties()).doesNotContainKey("layers.held");
        } finally {
            System.getProperties().remove("layers.end");
            System.getProperties().remove("layers.held");
        }
    }
}
