package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleStartException;
import dev.layers.ProviderCreationException;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.testkit.CorePath;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules whose own code fails while they are loaded: their layer must go, and the manager must stay. */
class LoadFailureIT {
    @TempDir
    Path directory;

    private final Queue<LayerEvent> events = new ConcurrentLinkedQueue<>();
    private TestHost host;
    private LayerManager manager;
    private Path jar;

    @BeforeEach
    void openManager() throws Exception {
        host = TestHost.create(directory);
        manager = host.manager()
                .unloading(UnloadPolicy.standard().hooksFor(Duration.ofSeconds(2)))
                .listener(events::add)
                .build();
        jar = directory.resolve("chat.jar");
    }

    @AfterEach
    void closeManager() throws IOException {
        manager.close();
        host.close();
    }

    @Test
    @DisplayName("G14 A kept exception of a module pins the JDK's own layer")
    void exceptionOfBareLayer_pinsIt() throws Exception {
        throwingConstructor().toJar(jar);
        BareLayer layer = BareLayer.of(host, jar);
        BareLayer forgotten = BareLayer.of(host, jar);
        Throwable kept = catchThrowable(layer::command);
        assertThat(kept).hasRootCauseMessage("no database");
        assertThat(catchThrowable(forgotten::command)).hasRootCauseMessage("no database");

        var pinned = new WeakReference<>(layer.loader());
        var free = new WeakReference<>(forgotten.loader());
        layer = null;
        forgotten = null;

        Patience.untilCollected(List.of(free));
        assertThat(BareLayer.isCollected(pinned)).isFalse();
        Reference.reachabilityFence(kept);
    }

    @Test
    @DisplayName("G14 A throwing constructor: the exception may be kept for ever")
    void throwingConstructor_leavesNothingThoughExceptionIsKept() throws Exception {
        throwingConstructor().toJar(jar);

        Throwable kept = catchThrowable(() -> manager.load(jar));

        assertThat(kept)
                .isExactlyInstanceOf(ProviderCreationException.class)
                .hasMessage("Module 'chat': creating 'acme.Chat' failed: java.lang.IllegalStateException: no database"
                        + " at acme.Chat.<init>(Chat.java:3)")
                .rootCause()
                .hasToString("java.lang.IllegalStateException: no database");
        assertLetGo();
        assertManagerIsUsable();
        Reference.reachabilityFence(kept);
    }

    @Test
    @DisplayName("G14 A throwing static initialiser")
    void throwingInitialiser_isToldAndLetGo() throws Exception {
        chat("""
                        package acme;
                        public class Chat implements bot.Command {
                            static { bot.Trace.leave(Chat.class); Object none = null; none.hashCode(); }
                            public String apply(String text) { return text; }
                        }
                        """).toJar(jar);

        assertFailure(ProviderCreationException.class)
                .hasMessageStartingWith("Module 'chat': creating 'acme.Chat' failed: java.lang.NullPointerException")
                .hasMessageEndingWith(" at acme.Chat.<clinit>(Chat.java:3)");

        assertLetGo();
        assertManagerIsUsable();
    }

    @Test
    @DisplayName("G14 A throwing provider() method")
    void throwingProviderMethod_isToldAndLetGo() throws Exception {
        chat("""
                        package acme;
                        public class Chat {
                            public static bot.Command provider() throws Exception {
                                bot.Trace.leave(Chat.class);
                                throw new java.io.IOException("no network");
                            }
                        }
                        """).toJar(jar);

        assertFailure(ProviderCreationException.class)
                .hasMessage("Module 'chat': creating 'bot.Command' failed: java.io.IOException: no network"
                        + " at acme.Chat.provider(Chat.java:5)");

        assertLetGo();
        assertManagerIsUsable();
    }

    @Test
    @DisplayName("G14 A throwing start hook: hooks that were started before it are stopped")
    void throwingStartHook_isToldAndThoseBeforeItAreStopped() throws Exception {
        ModuleSource.module(
                        "module chat { requires bot.api; requires dev.layers.core; provides bot.Command with acme.Chat;"
                                + " provides dev.layers.module.ModuleLifecycle with acme.First, acme.Second, acme.Third; }")
                .type("package acme; public class Chat implements bot.Command {"
                        + " public String apply(String text) { return text; } }")
                .type("""
                        package acme;
                        public class First implements dev.layers.module.ModuleLifecycle {
                            private bot.Journal journal;
                            public void start(dev.layers.module.ModuleContext context) throws Exception {
                                journal = context.service(bot.Journal.class);
                                journal.accept("first started");
                                context.onUnload(() -> journal.accept("first closed"));
                            }
                            public void beforeUnload(dev.layers.module.UnloadContext context) {
                                journal.accept("first stopped for " + context.reason());
                            }
                        }
                        """)
                .type("""
                        package acme;
                        public class Second extends First {
                            public void start(dev.layers.module.ModuleContext context) throws Exception {
                                bot.Trace.leave(Second.class);
                                throw new java.net.BindException("port 80 is taken");
                            }
                        }
                        """)
                .type("package acme; public class Third extends First {}")
                .dependsOn(host.contractJar())
                .dependsOn(CorePath.locations())
                .toJar(jar);

        assertFailure(ModuleStartException.class)
                .hasMessage(
                        "Module 'chat': start hook of 'acme.Second' failed: java.net.BindException: port 80 is taken"
                                + " at acme.Second.start(Second.java:5)");

        assertThat(host.entries()).containsExactly("first started", "first stopped for UNLOAD", "first closed");
        assertLetGo();
        assertManagerIsUsable();
    }

    @Test
    @DisplayName("G14 A start hook that does not end in time")
    void endlessStartHook_isInterruptedAndLetGo() throws Exception {
        host.lifecycle("public void start(ModuleContext context) throws Exception {"
                        + " bot.Trace.leave(Chat.class); new java.util.concurrent.CountDownLatch(1).await(); }"
                        + " public String apply(String text) { return text; }")
                .toJar(jar);

        assertFailure(ModuleStartException.class)
                .hasMessageMatching("Module 'chat': start hook of 'acme.Chat' did not end within 2 s:"
                        + " thread 'chat#1 start' still runs at acme\\.Chat\\.start\\(Chat\\.java:\\d+\\)");

        assertLetGo();
        assertManagerIsUsable();
    }

    @Test
    @DisplayName("G14 A failed reload is let go too, and the old generation serves on")
    void failedReload_isLetGo() throws Exception {
        LoadedModule module = manager.load(host.chat("return \"old \" + text;").toJar(jar));
        throwingConstructor().toJar(jar);

        assertThatThrownBy(module::reload)
                .isExactlyInstanceOf(ProviderCreationException.class)
                .hasMessage("Module 'chat': creating 'acme.Chat' failed: java.lang.IllegalStateException: no database"
                        + " at acme.Chat.<init>(Chat.java:3)");

        assertThat(host.command(module).apply("ping")).isEqualTo("old ping");
        assertLetGo();
        assertThat(module.unload()).isClean();
    }

    private ModuleSource throwingConstructor() {
        return chat("""
                package acme;
                public class Chat implements bot.Command {
                    public Chat() { bot.Trace.leave(Chat.class); throw new IllegalStateException("no database"); }
                    public String apply(String text) { return text; }
                }
                """);
    }

    private ModuleSource chat(String type) {
        return ModuleSource.module(
                        "module chat { requires bot.api; exports acme; provides bot.Command with acme.Chat; }")
                .type(type)
                .dependsOn(host.contractJar());
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertFailure(Class<? extends Throwable> type) {
        return assertThatThrownBy(() -> manager.load(jar)).isExactlyInstanceOf(type);
    }

    /** Asserts that code of the failed generation ran, and that nothing of it is left. */
    private void assertLetGo() throws ReflectiveOperationException {
        assertThat(discarded()).isClean();
        List<WeakReference<Class<?>>> traces = host.traces();
        assertThat(traces).hasSize(1).allMatch(trace -> trace.refersTo(null));
    }

    private UnloadReport discarded() {
        List<UnloadReport> reports = events.stream()
                .flatMap(event -> event instanceof LayerEvent.Discarded gone ? List.of(gone.report()).stream() : null)
                .toList();
        assertThat(reports).hasSize(1);
        return reports.get(0);
    }

    private void assertManagerIsUsable() {
        LoadedModule module = manager.load(host.chat("return \"good \" + text;").toJar(jar));
        assertThat(module.generation()).hasToString("chat#2");
        assertThat(host.command(module).apply("ping")).isEqualTo("good ping");
        assertThat(module.unload()).isClean();
    }
}
