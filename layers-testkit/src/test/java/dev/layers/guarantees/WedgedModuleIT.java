package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module whose thread nothing ends keeps nobody else from working. */
class WedgedModuleIT {
    private static final String WEDGED = """
            Thread thread = new Thread(() -> {
                var end = (java.util.concurrent.CountDownLatch) System.getProperties().get("layers.end");
                while (end.getCount() > 0) {
                    try { end.await(); } catch (InterruptedException goOn) { continue; }
                }
            }, "acme-wedged");
            thread.setDaemon(true);
            thread.start();
            return text;
            """;

    private final CountDownLatch end = new CountDownLatch(1);

    @TempDir
    Path directory;

    private TestHost host;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
        System.getProperties().put("layers.end", end);
    }

    @AfterEach
    void close() throws Exception {
        end.countDown();
        System.getProperties().remove("layers.end");
        host.close();
    }

    @Test
    @DisplayName("G36 While one module is waited for, another loads, is called and unloads")
    void otherModule_isNotHeldUp() throws Exception {
        Path wedged = host.chat(WEDGED).toJar(directory.resolve("chat.jar"));
        UnloadPolicy slow = UnloadPolicy.standard().threadsFor(Duration.ofSeconds(20));

        try (LayerManager manager = host.manager().unloading(slow).build()) {
            LoadedModule module = manager.load(wedged);
            host.command(module).apply("ping");
            CompletableFuture<UnloadReport> unload =
                    CompletableFuture.supplyAsync(module::unload, task -> new Thread(task, "unloading").start());
            LoadedModule other = manager.load(other());
            String answer = host.command(other).apply("pong");
            UnloadReport report = other.unload();

            assertThat(answer).isEqualTo("pong");
            assertThat(report).isClean();
            assertThat(unload).isNotDone();
            end.countDown();
            assertThat(unload.get()).isClean();
        }
    }

    private Path other() {
        return ModuleSource.module("module other { requires bot.api; provides bot.Command with acme.other.Echo; }")
                .type("package acme.other; public class Echo implements bot.Command {"
                        + " public String apply(String text) { return text; } }")
                .dependsOn(host.contractJar())
                .toJar(directory.resolve("other.jar"));
    }
}
