package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleBusyException;
import dev.layers.ModuleNameTakenException;
import dev.layers.ModuleStartException;
import dev.layers.ModuleState;
import dev.layers.ModuleUnloadedException;
import dev.layers.ReloadOrder;
import dev.layers.ReloadPolicy;
import dev.layers.ReloadRefusedException;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.UnloadStep;
import dev.layers.testkit.CorePath;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reloads that stop what serves before its successor starts: callers wait, and what was stopped comes back. */
class StopFirstIT {
    private static final String PORT = "layers.port";

    @TempDir
    Path directory;

    private final Queue<LayerEvent> events = new ConcurrentLinkedQueue<>();
    private TestHost host;
    private Path jar;
    private Path needed;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
        jar = directory.resolve("chat.jar");
        needed = Files.createFile(directory.resolve("needed"));
    }

    @AfterEach
    void close() throws Exception {
        System.clearProperty(PORT);
        host.openLatches();
        host.close();
    }

    @Test
    @DisplayName("G26 G27 A module that owns a port is reloaded under traffic, which START_FIRST cannot")
    void ownerOfPort_isReloaded() throws Exception {
        Files.write(jar, owner("one"));

        try (LayerManager manager = manager(Duration.ofMinutes(1))) {
            LoadedModule module = manager.load(jar);
            var command = host.command(module);
            Supplier<String> call = () -> command.apply("ping");
            try (Traffic traffic = Traffic.of(List.of(call, call, call))) {
                Files.write(jar, owner("two"));
                assertThat(module.reload()).isClean();
                traffic.flow();
                assertThat(traffic.failures()).isEmpty();
                assertThat(traffic.answers()).contains("two").isSubsetOf("one", "two");
            }
        }
        System.clearProperty(PORT);
        Files.write(jar, owner("one"));
        try (LayerManager startingFirst = host.manager().build()) {
            LoadedModule module = startingFirst.load(jar);
            assertThatThrownBy(module::reload)
                    .isInstanceOf(ModuleStartException.class)
                    .hasMessageContaining("java.net.BindException");
        }
    }

    @Test
    @DisplayName("G26 A call that has waited too long fails, and says so; the next one is answered")
    void heldCall_hasWaitedTooLong_isTold() throws Exception {
        host.chat("return \"one\";").toJar(jar);

        try (LayerManager manager = manager(Duration.ofMillis(50))) {
            LoadedModule module = manager.load(jar);
            var command = host.command(module);
            assertThat(command.apply("ping")).isEqualTo("one");
            Files.write(jar, waiting().bytes());
            FutureTask<UnloadReport> reload = new FutureTask<>(module::reload);
            new Thread(reload, "reloading").start();
            Patience.until("the next one starts", () -> latch() != null);

            assertThatExceptionOfType(ModuleBusyException.class)
                    .isThrownBy(() -> command.apply("ping"))
                    .withMessage("Module 'chat#1': a call of 'acme.Chat' has waited 50 ms for the reload under way;"
                            + " call again, or let calls wait longer by the reload policy");
            latch().countDown();
            assertThat(reload.get(30, TimeUnit.SECONDS)).isClean();
            assertThat(command.apply("ping")).isEqualTo("two");
        }
    }

    @Test
    @DisplayName("G26 A call that waits for one that is held refuses the reload in the end, and both go on")
    void callThatWaitsForHeldOne_refusesTheReload() throws Exception {
        host.lifecycle("""
                        bot.Journal journal;
                        public void start(ModuleContext context) { journal = context.service(bot.Journal.class); }
                        public String apply(String text) {
                            if (text.equals("wait")) {
                                var latch = new java.util.concurrent.CountDownLatch(1);
                                journal.accept(latch);
                                try {
                                    latch.await();
                                } catch (InterruptedException ended) {
                                    return "interrupted";
                                }
                            }
                            return "one";
                        }
                        """).toJar(jar);

        try (LayerManager manager = manager(Duration.ofMinutes(1))) {
            LoadedModule module = manager.load(jar);
            var command = host.command(module);
            FutureTask<String> first = begun("first", () -> command.apply("wait"));
            Patience.until("the first call is inside", () -> latch() != null);
            FutureTask<String> reload = begun("reloading", () -> module.reload().text());
            Patience.until("the reload waits", this::isDraining);
            FutureTask<String> held = begun("held", () -> {
                String answer = command.apply("ping");
                latch().countDown();
                return answer;
            });

            assertThatThrownBy(() -> reload.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(ReloadRefusedException.class);
            assertThat(held.get(30, TimeUnit.SECONDS)).isEqualTo("one");
            assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo("one");
            assertThat(module.generation()).hasToString("chat#1");
            assertThat(module.reload()).isClean();
        }
    }

    @Test
    @DisplayName("G26 A module of which nothing starts is down, says why, and can be reloaded")
    void module_isDown_untilItIsReloaded() throws Exception {
        Files.write(jar, choosy("one"));

        try (LayerManager manager = manager(Duration.ofMinutes(1))) {
            LoadedModule module = manager.load(jar);
            var command = host.command(module);
            fall(module);

            assertThat(module.state()).isEqualTo(ModuleState.DOWN);
            assertDown(() -> command.apply("ping"));
            assertDown(() -> host.command(module));
            assertThat(manager.modules()).containsExactly(module);
            assertThatThrownBy(() -> manager.load(jar)).isInstanceOf(ModuleNameTakenException.class);
            assertThatThrownBy(module::reload).isInstanceOf(ModuleStartException.class);
            assertThat(module.state()).isEqualTo(ModuleState.DOWN);
            Files.createFile(needed);
            Files.write(jar, choosy("three"));
            UnloadReport report = module.reload();

            assertThat(report).isClean();
            assertThat(report.generation()).hasToString("chat#1");
            assertThat(module.state()).isEqualTo(ModuleState.ACTIVE);
            assertThat(command.apply("ping")).isEqualTo("three");
            assertThat(module.unload()).isClean();

            assertThat(told(LayerEvent.Unloaded.class)).hasSize(2);
            assertThat(told(LayerEvent.RolledBack.class)).isEmpty();
            assertThat(told(LayerEvent.LoadFailed.class)).hasSize(3 + 1);
            assertThat(told(LayerEvent.Discarded.class))
                    .hasSize(3)
                    .allSatisfy(event ->
                            assertThat(((LayerEvent.Discarded) event).report()).isClean());
        }
    }

    @Test
    @DisplayName("G26 A module that is down can be unloaded, which frees its name")
    void module_isDown_canBeUnloaded() throws Exception {
        Files.write(jar, choosy("one"));

        try (LayerManager manager = manager(Duration.ofMinutes(1))) {
            LoadedModule module = manager.load(jar);
            var command = host.command(module);
            fall(module);

            UnloadReport report = module.unload();

            assertThat(report).isClean();
            assertThat(module.reports()).containsExactly(report);
            assertThat(module.state()).isEqualTo(ModuleState.UNLOADED);
            assertThatThrownBy(() -> command.apply("ping"))
                    .isInstanceOf(ModuleUnloadedException.class)
                    .hasMessage("Module 'chat#1' was unloaded; load it again and ask for 'acme.Chat' anew");
            Files.createFile(needed);
            assertThat(host.command(manager.load(jar)).apply("ping")).isEqualTo("one");
        }
    }

    @Test
    @DisplayName("G25 G26 What stands on a module that is down is down with it, and comes back with it")
    void dependent_isDownWithWhatItStandsOn() throws Exception {
        Files.write(jar, choosy("one"));
        Path above = ModuleSource.module(
                        "module above { requires bot.api; requires chat;" + " provides bot.Command with above.Above; }")
                .type("package above; public class Above implements bot.Command {"
                        + " public String apply(String text) { return \"above \" + new acme.Chat().apply(text); } }")
                .dependsOn(host.contractJar())
                .dependsOn(CorePath.locations())
                .dependsOn(source("one", ""))
                .toJar(directory.resolve("above.jar"));

        try (LayerManager manager = manager(Duration.ofMinutes(1))) {
            LoadedModule module = manager.load(jar);
            LoadedModule dependent = manager.load(above);
            UnaryOperator<String> command = host.command(dependent);
            fall(module);

            assertThat(dependent.state()).isEqualTo(ModuleState.DOWN);
            assertThatThrownBy(() -> command.apply("ping"))
                    .isInstanceOf(ModuleUnloadedException.class)
                    .hasMessageStartingWith(
                            "Module 'above#1' is down: its reload failed (Module 'chat': start hook of");
            Files.createFile(needed);
            Files.write(jar, choosy("three"));
            module.reload();
            assertThat(command.apply("ping")).isEqualTo("above three");
        }
    }

    /** Has a reload fail for the new bytes and for the old ones. */
    private void fall(LoadedModule module) throws Exception {
        Files.delete(needed);
        byte[] old = Files.readAllBytes(jar);
        Files.write(
                jar,
                source("two", "throw new IllegalStateException(\"no port\");").bytes());
        assertThatThrownBy(module::reload)
                .isInstanceOf(ModuleStartException.class)
                .hasMessageStartingWith("Module 'chat': start hook of 'acme.Chat' failed:"
                        + " java.lang.IllegalStateException: no port");
        Files.write(jar, old);
    }

    private static void assertDown(Supplier<?> use) {
        assertThatExceptionOfType(ModuleUnloadedException.class)
                .isThrownBy(use::get)
                .withMessageMatching("Module 'chat#1' is down: its reload failed \\(Module 'chat': start hook of"
                        + " 'acme.Chat' failed: java.lang.IllegalStateException: no port at .*\\), and 'chat#1' did not"
                        + " start again \\(Module 'chat': start hook of 'acme.Chat' failed:"
                        + " java.lang.IllegalStateException: nothing there at .*\\); '.*' takes no calls; reload it when"
                        + " the cause is gone, or unload it");
    }

    /** Starts only while there is a file. */
    private byte[] choosy(String answer) {
        return source(
                        answer,
                        "if (!java.nio.file.Files.exists(java.nio.file.Path.of(\"" + needed
                                + "\"))) { throw new IllegalStateException(\"nothing there\"); }")
                .bytes();
    }

    private ModuleSource source(String answer, String start) {
        return ModuleSource.module(
                        "module chat { requires bot.api; requires dev.layers.core; exports acme;"
                                + " provides bot.Command with acme.Chat; provides dev.layers.module.ModuleLifecycle with acme.Chat; }")
                .type(
                        "package acme; import dev.layers.module.*; public class Chat implements bot.Command, ModuleLifecycle {"
                                + " public String apply(String text) { return \"" + answer + "\"; }"
                                + " public void start(ModuleContext context) { " + start + " } }")
                .dependsOn(host.contractJar())
                .dependsOn(CorePath.locations());
    }

    /** Owns a port that was free when its first generation took it. */
    private byte[] owner(String answer) {
        return host.lifecycle("""
                        java.net.ServerSocket socket;
                        public void start(ModuleContext context) throws Exception {
                            int port = Integer.getInteger("%1$s", 0);
                            socket = new java.net.ServerSocket(port, 5, java.net.InetAddress.getLoopbackAddress());
                            System.setProperty("%1$s", String.valueOf(socket.getLocalPort()));
                            context.onUnload(socket);
                        }
                        public String apply(String text) { return "%2$s"; }
                        """.formatted(PORT, answer)).bytes();
    }

    private ModuleSource waiting() {
        return host.lifecycle("""
                public void start(ModuleContext context) throws Exception {
                    var latch = new java.util.concurrent.CountDownLatch(1);
                    context.service(bot.Journal.class).accept(latch);
                    latch.await();
                }
                public String apply(String text) { return "two"; }
                """);
    }

    private LayerManager manager(Duration patience) {
        return host.manager()
                .reloading(ReloadPolicy.standard().order(ReloadOrder.STOP_FIRST).waitFor(patience))
                .unloading(
                        UnloadPolicy.standard().drainFor(Duration.ofSeconds(3)).hooksFor(Duration.ofMinutes(1)))
                .listener(events::add)
                .build();
    }

    private static <T> FutureTask<T> begun(String name, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(task, name).start();
        return task;
    }

    private boolean isDraining() {
        return events.stream()
                .anyMatch(
                        event -> event instanceof LayerEvent.StepStarted started && started.step() == UnloadStep.DRAIN);
    }

    private List<LayerEvent> told(Class<? extends LayerEvent> type) {
        return events.stream().filter(type::isInstance).toList();
    }

    private CountDownLatch latch() {
        return host.entries().stream()
                .filter(CountDownLatch.class::isInstance)
                .map(CountDownLatch.class::cast)
                .findFirst()
                .orElse(null);
    }
}
