package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of shutdown hooks of a module that goes before the JVM does. */
class ShutdownHookIT {
    private static final String HOOK = """
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {}, "acme-hook"));
                return text;
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
        host.openLatches();
        host.close();
    }

    @Test
    @DisplayName("Control: without Layers, a shutdown hook keeps the module")
    void bareLayer_ofModuleWithHook_isKept() throws Exception {
        Path jar = host.chat(HOOK).toJar(directory.resolve("chat.jar"));

        assertThat(DroppedLayer.outlivesItsDrop(host, jar)).isTrue();
    }

    @Test
    @DisplayName("G32 A shutdown hook is run and removed at unload, and the module is collected")
    void hook_isRunAndRemoved() {
        Path jar = host.chat(HOOK).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");
            UnloadReport report = module.unload();

            assertThat(report.undone()).containsExactly("shutdown hook 'acme-hook' was run and removed");
            assertThat(report).isClean();
        }
    }

    @Test
    @DisplayName("G31 G32 Hooks and what was registered with the context end in one reverse order")
    void hooksAndClosings_endInOneReverseOrder() {
        Path jar = host.lifecycle("""
                        public String apply(String text) { return text; }
                        public void start(ModuleContext context) {
                            bot.Journal journal = context.service(bot.Journal.class);
                            context.onUnload(() -> journal.accept("first"));
                            Runtime.getRuntime().addShutdownHook(new Last(journal));
                            context.onUnload(() -> journal.accept("third"));
                        }
                        static final class Last extends Thread {
                            final bot.Journal journal;
                            Last(bot.Journal journal) {
                                super("acme-last");
                                this.journal = journal;
                            }
                            @Override public void run() { journal.accept("second"); }
                        }
                        """).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            UnloadReport report = manager.load(jar).unload();

            assertThat(host.entries()).containsExactly("third", "second", "first");
            assertThat(report.undone())
                    .containsExactly("shutdown hook 'acme-last' (acme.Chat$Last) was run and removed");
            assertThat(report).isClean();
        }
    }

    @Test
    @DisplayName("G32 G33 A hook that the module removed itself is neither run nor told")
    void removedHook_isNotRun() {
        Path jar = host.lifecycle("""
                        public String apply(String text) { return text; }
                        public void start(ModuleContext context) {
                            bot.Journal journal = context.service(bot.Journal.class);
                            Thread hook = new Thread(() -> journal.accept("ran"));
                            Runtime.getRuntime().addShutdownHook(hook);
                            journal.accept(String.valueOf(Runtime.getRuntime().removeShutdownHook(hook)));
                        }
                        """).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            UnloadReport report = manager.load(jar).unload();

            assertThat(host.entries()).containsExactly("true");
            assertThat(report.undone()).isEmpty();
            assertThat(report).isClean();
        }
    }

    @Test
    @DisplayName("G32 A hook that the host has made is removed, and not run before the JVM ends")
    void hookOfTheHost_isRemovedOnly() {
        AtomicBoolean hasRun = new AtomicBoolean();
        Supplier<Thread> ofHost = () -> new Thread(() -> hasRun.set(true), "host-hook");
        System.getProperties().put("layers.hook", ofHost);
        Path jar = host.chat("""
                        var hook = (java.util.function.Supplier<?>) System.getProperties().get("layers.hook");
                        Runtime.getRuntime().addShutdownHook((Thread) hook.get());
                        return text;
                """).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");
            UnloadReport report = module.unload();

            assertThat(hasRun).isFalse();
            assertThat(report.undone()).containsExactly("shutdown hook 'host-hook' was removed");
            assertThat(report).isClean();
        } finally {
            System.getProperties().remove("layers.hook");
        }
    }

    @Test
    @DisplayName("G19 G32 A hook that fails is told, and is gone all the same")
    void failingHook_isTold() {
        Path jar = host.chat("""
                        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                            throw new IllegalStateException("no space");
                        }, "acme-hook"));
                        return text;
                """).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");
            UnloadReport report = module.unload();

            assertThat(report.findings())
                    .singleElement()
                    .asString()
                    .matches("running shutdown hook 'acme-hook' failed: java.lang.IllegalStateException: no space"
                            + " at acme.Chat.lambda\\$apply\\$0\\(Chat.java:2\\)");
            assertThat(report).isCollected();
        }
    }

    @Test
    @DisplayName("G21 G32 A hook that does not end is named, and does not keep the others")
    void endlessHook_isNamedAndTheOthersEnd() {
        Path jar = host.lifecycle("""
                        public String apply(String text) { return text; }
                        public void start(ModuleContext context) {
                            bot.Journal journal = context.service(bot.Journal.class);
                            var latch = new java.util.concurrent.CountDownLatch(1);
                            journal.accept(latch);
                            Runtime.getRuntime().addShutdownHook(new Thread(() -> {}, "acme-quick"));
                            Runtime.getRuntime().addShutdownHook(new Thread(() -> await(latch), "acme-slow"));
                        }
                        static void await(java.util.concurrent.CountDownLatch latch) {
                            try {
                                latch.await();
                            } catch (InterruptedException stop) {
                                await(latch);
                            }
                        }
                        """).toJar(directory.resolve("chat.jar"));
        UnloadPolicy policy =
                UnloadPolicy.standard().hooksFor(Duration.ofSeconds(2)).threadsFor(Duration.ofMillis(300));

        try (LayerManager manager = host.manager().unloading(policy).build()) {
            UnloadReport report = manager.load(jar).unload();
            boolean isSlowAlive = !LiveThreads.named("acme-slow").isEmpty();

            assertThat(isSlowAlive).isTrue();
            assertThat(String.join("\n", report.findings()))
                    .contains("closing what was registered did not end within 2 s: thread 'chat#1 onUnload'"
                            + " still runs at ")
                    .contains("still runs: thread 'acme-slow' (WAITING) at acme.Chat.await(Chat.java:");
            assertThat(report.undone()).contains("shutdown hook 'acme-quick' was run and removed");
        }
    }

    @Test
    @DisplayName("G32 A hook is left to the JVM while that ends, and runs once")
    void jvmEnds_runsTheHookItself() throws Exception {
        Path jar = host.chat("""
                        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
                        return text;
                """).toJar(directory.resolve("chat.jar"));

        List<String> lines = new ForkedJvm(directory, host.contractJar()).run(EndingHost.class, List.of(), jar);

        assertThat(lines).containsExactlyInAnyOrder("hook", "undone: []");
    }
}
