package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.UnloadReport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What modules leave on threads of the host. */
class ForeignThreadIT {
    @TempDir
    Path directory;

    private TestHost host;
    private ExecutorService pool;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
        pool = Executors.newSingleThreadExecutor(work -> new Thread(work, "host-worker"));
        pool.submit(() -> Thread.currentThread().setContextClassLoader(ClassLoader.getSystemClassLoader()))
                .get();
    }

    @AfterEach
    void close() throws Exception {
        pool.shutdown();
        host.close();
    }

    @ParameterizedTest
    @DisplayName("G32 What a module leaves on a thread of the host is reset and told")
    @CsvSource({
        "setContextClassLoader(Chat.class.getClassLoader()), context class loader of thread 'host-worker' was reset",
        "setUncaughtExceptionHandler(new Mine()),"
                + " uncaught exception handler (acme.Chat$Mine) of thread 'host-worker' was removed"
    })
    void mark_onThreadOfHost_isReset(String mark, String undone) throws Exception {
        Path jar = new Remnant(
                        "",
                        "Thread.currentThread()." + mark + ";",
                        "static class Mine implements Thread.UncaughtExceptionHandler {"
                                + " public void uncaughtException(Thread thread, Throwable failure) {} }",
                        List.of(),
                        () -> {})
                .toJar(host, directory);
        assertThat(pool.submit(() -> DroppedLayer.outlivesItsDrop(host, jar)).get())
                .as("held without Layers")
                .isTrue();
        pool.submit(ForeignThreadIT::unmark).get();

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            pool.submit(() -> host.command(module).apply("ping")).get();
            UnloadReport report = module.unload();

            assertThat(report.undone()).containsExactly(undone);
            assertThat(report).isClean();
        }
        assertThat(pool.submit(() -> Thread.currentThread().getContextClassLoader())
                        .get())
                .isNotNull();
    }

    @Test
    @DisplayName("G33 A thread that the JDK shares and that was born inside the module is reset in silence")
    void mark_onSharedThread_isResetInSilence() {
        Path jar = new Remnant(
                        "",
                        "Thread.currentThread().setContextClassLoader(Chat.class.getClassLoader());"
                                + " new ProcessBuilder(\"true\").start().waitFor();"
                                + " Thread.currentThread().setContextClassLoader(null);",
                        "",
                        List.of(),
                        () -> {})
                .toJar(host, directory);
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");
            UnloadReport report = module.unload();

            assertThat(report.undone()).isEmpty();
            assertThat(report).isClean();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static void unmark() {
        Thread.currentThread().setContextClassLoader(ClassLoader.getSystemClassLoader());
        Thread.currentThread().setUncaughtExceptionHandler(null);
    }
}
