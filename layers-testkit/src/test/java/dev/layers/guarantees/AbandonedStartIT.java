package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.LayerException;
import dev.layers.LayerManager;
import dev.layers.ModuleStartException;
import dev.layers.UnloadPolicy;
import dev.layers.testkit.CorePath;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads that fail after code of the module has run, or although its descriptor looked right. */
class AbandonedStartIT {
    @TempDir
    Path directory;

    @Test
    @DisplayName(
            "G20 A start hook that ends after the load failed is stopped where it ran, and nothing more is started")
    void startHook_endsTooLate_isStopped() throws Exception {
        try (TestHost host = TestHost.create(directory);
                LayerManager manager = host.manager()
                        .unloading(UnloadPolicy.standard().hooksFor(Duration.ofSeconds(2)))
                        .build()) {
            Path jar = lifecycles(host).toJar(directory.resolve("chat.jar"));

            assertThatThrownBy(() -> manager.load(jar)).isExactlyInstanceOf(ModuleStartException.class);
            host.entries().stream()
                    .filter(CountDownLatch.class::isInstance)
                    .forEach(latch -> ((CountDownLatch) latch).countDown());

            Patience.until("the late hook is stopped", () -> host.entries().contains("Slow stopped for UNLOAD"));
            assertThat(host.entries()).doesNotContain("Next started");
        }
    }

    @Test
    @DisplayName("G14 A module that brings its own copy of the contract, and requires the host's no more")
    void ownCopyOfTheContract_isRefused() throws Exception {
        try (TestHost host = TestHost.create(directory);
                LayerManager manager = host.manager().build()) {
            Path jar = ModuleSource.module("module chat { provides bot.Command with acme.Chat; }")
                    .type("package bot; public interface Command extends java.util.function.UnaryOperator<String> {}")
                    .type("package acme; public class Chat implements bot.Command {"
                            + " public String apply(String text) { return text; } }")
                    .toJar(directory.resolve("chat.jar"));

            assertThatThrownBy(() -> manager.load(jar))
                    .isInstanceOf(LayerException.class)
                    .hasMessageContaining(jar.toString())
                    .hasMessageContaining("contract");

            assertThat(manager.load(host.chat("return text;").toJar(jar)).unload())
                    .isClean();
        }
    }

    private static ModuleSource lifecycles(TestHost host) {
        return ModuleSource.module("module chat { requires bot.api; requires dev.layers.core;"
                        + " provides bot.Command with acme.Chat;"
                        + " provides dev.layers.module.ModuleLifecycle with acme.Slow, acme.Next; }")
                .type("package acme; public class Chat implements bot.Command {"
                        + " public String apply(String text) { return text; } }")
                .type("""
                        package acme;
                        import dev.layers.module.*;
                        public class Slow implements ModuleLifecycle {
                            private bot.Journal journal;
                            public void start(ModuleContext context) {
                                journal = context.service(bot.Journal.class);
                                var end = new java.util.concurrent.CountDownLatch(1);
                                journal.accept(end);
                                while (end.getCount() > 0) {
                                    java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
                                }
                            }
                            public void beforeUnload(UnloadContext context) {
                                journal.accept("Slow stopped for " + context.reason());
                            }
                        }
                        """)
                .type("""
                        package acme;
                        import dev.layers.module.*;
                        public class Next implements ModuleLifecycle {
                            public void start(ModuleContext context) {
                                context.service(bot.Journal.class).accept("Next started");
                            }
                        }
                        """)
                .dependsOn(host.contractJar())
                .dependsOn(CorePath.locations());
    }
}
