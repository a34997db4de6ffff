package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleStartException;
import dev.layers.RunningCalls;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.module.UnloadReason;
import dev.layers.testkit.CorePath;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When hooks run, how often, in which order, and what they are told. */
class HookIT {
    /** A module whose calls wait for the latch in the journal. */
    private static final String WAITING_CALL = """
            bot.Journal journal;
            java.util.concurrent.CountDownLatch gate = new java.util.concurrent.CountDownLatch(1);
            public void start(ModuleContext context) {
                journal = context.service(bot.Journal.class);
                journal.accept(gate);
            }
            public String apply(String text) {
                journal.accept("call began");
                try {
                    gate.await();
                } catch (InterruptedException stop) {
                    journal.accept("call interrupted");
                }
                journal.accept("call ended");
                return text;
            }
            public void beforeUnload(UnloadContext context) {
                journal.accept("stopped");
            }
            """;

    @TempDir
    Path directory;

    private final List<LayerEvent> events = new CopyOnWriteArrayList<>();
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
    @DisplayName("G20 The hook runs once, after calls failed and however often the unload is asked for")
    void hook_afterFailedCallsAndRepeatedUnloads_runsOnce() {
        Path jar = host.lifecycle("""
                        bot.Journal journal;
                        public void start(ModuleContext context) { journal = context.service(bot.Journal.class); }
                        public String apply(String text) {
                            if (text.equals("error")) { throw new StackOverflowError(); }
                            throw new IllegalArgumentException(text);
                        }
                        public void beforeUnload(UnloadContext context) { journal.accept("stopped"); }
                        """).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            assertThatThrownBy(() -> host.command(module).apply("ping")).hasMessage("ping");
            assertThatThrownBy(() -> host.command(module).apply("error")).isInstanceOf(StackOverflowError.class);

            UnloadReport first = module.unload();
            UnloadReport second = module.unload();
            assertThat(second).isClean();
            UnloadReport third = module.unload();

            assertThat(first).isClean();
            assertThat(third).isClean();
            assertThat(host.entries()).containsExactly("stopped");
        }
    }

    @Test
    @DisplayName("G20 The hook runs after the last call has ended")
    void hook_callIsRunning_runsAfterItsEnd() throws Exception {
        Path jar = host.lifecycle(WAITING_CALL).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager()
                .listener(events::add)
                .unloading(UnloadPolicy.standard().drainFor(Duration.ofSeconds(30)))
                .build()) {
            LoadedModule module = manager.load(jar);
            CountDownLatch gate = (CountDownLatch) host.entries().get(0);
            Thread caller = callAndWaitInside(module);
            CompletableFuture<UnloadReport> unload = CompletableFuture.supplyAsync(module::unload);
            Patience.until("the unload waits", () -> events.stream().anyMatch(LayerEvent.Waiting.class::isInstance));
            gate.countDown();
            Patience.untilEnded(caller);

            assertThat(unload.orTimeout(1, TimeUnit.MINUTES).join()).isClean();
            assertThat(host.entries()).containsExactly(gate, "call began", "call ended", "stopped");
            assertThat(events)
                    .filteredOn(LayerEvent.Waiting.class::isInstance)
                    .extracting(event -> ((LayerEvent.Waiting) event).what())
                    .containsOnly("1 calls");
        }
    }

    @Test
    @DisplayName("G20 Only PROCEED lets the hook run beside a call")
    void hook_policyIsProceed_runsBesideTheCall() throws Exception {
        Path jar = host.lifecycle(WAITING_CALL).toJar(directory.resolve("chat.jar"));
        UnloadPolicy policy =
                UnloadPolicy.standard().drainFor(Duration.ofMillis(100)).onRunningCalls(RunningCalls.PROCEED);

        try (LayerManager manager = host.manager().unloading(policy).build()) {
            LoadedModule module = manager.load(jar);
            CountDownLatch gate = (CountDownLatch) host.entries().get(0);
            Thread caller = callAndWaitInside(module);
            UnloadReport report = module.unload();
            gate.countDown();
            Patience.untilEnded(caller);

            assertThat(report.findings())
                    .containsExactly(
                            "a call still runs: thread 'caller' (WAITING)" + " at acme.Chat.apply(Chat.java:10)");
            assertThat(host.entries()).containsExactly(gate, "call began", "stopped", "call ended");
            assertThat(module.unload()).isReleased().isCollected();
        }
    }

    @Test
    @DisplayName("G20 A hook whose start failed does not run; those started before it do")
    void hook_startFailed_onlyThoseStartedBeforeRun() {
        Path jar = lifecycles(
                        "First, Second, Third",
                        named("First", ""),
                        named("Second", "throw new IllegalStateException(\"no port\");"),
                        named("Third", ""))
                .toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().listener(events::add).build()) {
            assertThatThrownBy(() -> manager.load(jar))
                    .isInstanceOf(ModuleStartException.class)
                    .hasMessage("Module 'chat': start hook of 'acme.Second' failed: java.lang.IllegalStateException:"
                            + " no port at acme.Second.start(Second.java:1)");

            assertThat(host.entries()).containsExactly("First started", "Second started", "First stopped for UNLOAD");
            assertThat(manager.modules()).isEmpty();
            UnloadReport discarded = events.stream()
                    .filter(LayerEvent.Discarded.class::isInstance)
                    .map(event -> ((LayerEvent.Discarded) event).report())
                    .findFirst()
                    .orElseThrow();
            assertThat(discarded).isClean();
        }
    }

    @Test
    @DisplayName("G20 Hooks of several lifecycles run in reverse and share the time")
    void hooks_ofSeveralLifecycles_runInReverseAndShareTheTime() {
        String keepTime = "journal.accept(context.timeLeft().toMillis());";
        Path jar = lifecycles("First, Second", named("First", "", keepTime), named("Second", "", keepTime))
                .toJar(directory.resolve("chat.jar"));
        UnloadPolicy policy = UnloadPolicy.standard().hooksFor(Duration.ofSeconds(20));

        try (LayerManager manager = host.manager().unloading(policy).build()) {
            assertThat(manager.load(jar).unload()).isClean();
        }

        List<Object> entries = host.entries();
        assertThat(entries)
                .filteredOn(String.class::isInstance)
                .containsExactly(
                        "First started", "Second started", "Second stopped for UNLOAD", "First stopped for UNLOAD");
        assertThat((Long) entries.get(3)).as("half of the time").isPositive().isLessThanOrEqualTo(10_000);
        assertThat((Long) entries.get(5))
                .as("all that is left")
                .isGreaterThan(10_000)
                .isLessThanOrEqualTo(20_000);
    }

    @Test
    @DisplayName("G20 The hook is told why: RELOAD, UNLOAD, SHUTDOWN")
    void hook_isToldTheReason() {
        Path jar = lifecycles("First", named("First", "")).toJar(directory.resolve("chat.jar"));

        LayerManager manager = host.manager().build();
        LoadedModule module = manager.load(jar);
        assertThat(module.reload().reason()).isEqualTo(UnloadReason.RELOAD);
        assertThat(module.unload().reason()).isEqualTo(UnloadReason.UNLOAD);
        LoadedModule again = manager.load(jar);
        manager.close();

        assertThat(host.entries())
                .containsExactly(
                        "First started",
                        "First started",
                        "First stopped for RELOAD",
                        "First stopped for UNLOAD",
                        "First started",
                        "First stopped for SHUTDOWN");
        assertThat(again.reports()).singleElement().satisfies(report -> {
            assertThat(report.reason()).isEqualTo(UnloadReason.SHUTDOWN);
            assertThat(report).isClean();
        });
    }

    @Test
    @DisplayName("G20 Hooks run on threads of their own, with the module's loader as context loader")
    void hooks_runOnTheirOwnThreadWithTheModulesLoader() {
        String thread =
                "Thread.currentThread().getName() + \", \" + Thread.currentThread().getContextClassLoader().getName().replaceAll(\"@.*\", \"\")";
        Path jar = host.lifecycle("bot.Journal journal; public String apply(String text) { return text; }"
                        + "public void start(ModuleContext context) {"
                        + "  journal = context.service(bot.Journal.class); journal.accept(" + thread + ");"
                        + "  context.onUnload(() -> journal.accept(" + thread + ")); }"
                        + "public void beforeUnload(UnloadContext context) { journal.accept(" + thread + "); }")
                .toJar(directory.resolve("chat.jar"));
        ClassLoader ofCaller = Thread.currentThread().getContextClassLoader();

        try (LayerManager manager = host.manager().build()) {
            assertThat(manager.load(jar).unload()).isClean();
        }

        assertThat(host.entries())
                .containsExactly("chat#1 start, chat#1", "chat#1 beforeUnload, chat#1", "chat#1 onUnload, chat#1");
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(ofCaller);
    }

    private ModuleSource lifecycles(String names, String... types) {
        ModuleSource source = ModuleSource.module("module chat { requires bot.api; requires dev.layers.core;"
                        + " provides bot.Command with acme.Chat;"
                        + " provides dev.layers.module.ModuleLifecycle with acme."
                        + names.replace(", ", ", acme.") + "; }")
                .type("package acme; public class Chat implements bot.Command {"
                        + " public String apply(String text) { return text; } }")
                .dependsOn(host.contractJar())
                .dependsOn(CorePath.locations());
        for (String type : types) {
            source = source.type(type);
        }
        return source;
    }

    private static String named(String name, String start) {
        return named(name, start, "");
    }

    private static String named(String name, String start, String stop) {
        return "package acme; import dev.layers.module.*; public class " + name + " implements ModuleLifecycle {"
                + " bot.Journal journal;"
                + " public void start(ModuleContext context) { journal = context.service(bot.Journal.class);"
                + " journal.accept(\"" + name + " started\"); " + start + " }"
                + " public void beforeUnload(UnloadContext context) {"
                + " journal.accept(\"" + name + " stopped for \" + context.reason()); " + stop + " } }";
    }

    private Thread callAndWaitInside(LoadedModule module) throws Exception {
        var command = host.command(module);
        Thread caller = new Thread(() -> command.apply("ping"), "caller");
        caller.start();
        Patience.until(
                "the call waits inside",
                () -> host.entries().contains("call began") && caller.getState() == Thread.State.WAITING);
        return caller;
    }
}
