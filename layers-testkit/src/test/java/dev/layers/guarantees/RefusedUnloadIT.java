package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleState;
import dev.layers.ReloadRefusedException;
import dev.layers.RunningCalls;
import dev.layers.StepReport;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.UnloadStep;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that do not end refuse the unload; once they have ended, it succeeds. */
class RefusedUnloadIT {
    /** A module whose call {@code "obey"} waits until it is interrupted, and {@code "ignore"} until the latch opens. */
    private static final String WAITING = """
            bot.Journal journal;
            java.util.concurrent.CountDownLatch gate = new java.util.concurrent.CountDownLatch(1);
            public void start(ModuleContext context) {
                journal = context.service(bot.Journal.class);
                journal.accept(gate);
            }
            public String apply(String text) {
                while (!text.equals("ping") && gate.getCount() > 0) {
                    try {
                        gate.await();
                    } catch (InterruptedException stop) {
                        journal.accept("interrupted");
                        if (text.equals("obey")) return text;
                    }
                }
                return "answer to " + text;
            }
            public void beforeUnload(UnloadContext context) {
                journal.accept("stopped");
            }
            """;

    private static final UnloadPolicy SHORT = UnloadPolicy.standard().drainFor(Duration.ofMillis(200));

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
    @DisplayName("G23 REOPEN: the unload is refused, the module serves on, and the unload succeeds after the call")
    void reopen_callIsRunning_refusesUntilItHasEnded() throws Exception {
        Path jar = host.lifecycle(WAITING).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().unloading(SHORT).build()) {
            LoadedModule module = manager.load(jar);
            var command = host.command(module);
            CountDownLatch gate = (CountDownLatch) host.entries().get(0);
            Thread caller = callAndWaitInside(module, "ignore");
            UnloadReport refused = module.unload();

            assertThat(refused).isRefused();
            assertThat(refused.steps()).extracting(StepReport::step).containsExactly(UnloadStep.DRAIN);
            assertThat(refused.findings())
                    .containsExactly(
                            "a call still runs: thread 'caller' (WAITING)" + " at acme.Chat.apply(Chat.java:10)");
            assertThat(refused.verdict())
                    .isCompletedWithValueMatching(verdict ->
                            verdict.toString().equals("UNCONFIRMED after 0 ms: the generation still serves"));
            assertThat(module.state()).isEqualTo(ModuleState.ACTIVE);
            assertThat(manager.modules()).containsExactly(module);
            assertThat(command.apply("ping")).isEqualTo("answer to ping");

            gate.countDown();
            Patience.untilEnded(caller);
            assertThat(module.unload()).isClean();
            assertThat(host.entries()).containsExactly(gate, "stopped");
        }
    }

    @Test
    @DisplayName("G23 INTERRUPT: a call that heeds the interrupt ends, and the unload goes on")
    void interrupt_callHeedsIt_unloads() throws Exception {
        Path jar = host.lifecycle(WAITING).toJar(directory.resolve("chat.jar"));
        UnloadPolicy policy =
                UnloadPolicy.standard().drainFor(Duration.ofSeconds(1)).onRunningCalls(RunningCalls.INTERRUPT);

        try (LayerManager manager = host.manager().unloading(policy).build()) {
            LoadedModule module = manager.load(jar);
            Thread caller = callAndWaitInside(module, "obey");
            UnloadReport report = module.unload();
            Patience.untilEnded(caller);

            assertThat(report).isClean();
            assertThat(host.entries().subList(1, 3)).containsExactly("interrupted", "stopped");
        }
    }

    @Test
    @DisplayName("G23 INTERRUPT: a call that ignores the interrupt refuses the unload until it has ended")
    void interrupt_callIgnoresIt_refusesUntilItHasEnded() throws Exception {
        Path jar = host.lifecycle(WAITING).toJar(directory.resolve("chat.jar"));
        UnloadPolicy policy = SHORT.onRunningCalls(RunningCalls.INTERRUPT);

        try (LayerManager manager = host.manager().unloading(policy).build()) {
            LoadedModule module = manager.load(jar);
            CountDownLatch gate = (CountDownLatch) host.entries().get(0);
            Thread caller = callAndWaitInside(module, "ignore");
            UnloadReport refused = module.unload();
            String served = host.command(module).apply("ping");
            gate.countDown();
            Patience.untilEnded(caller);

            assertThat(refused).isRefused();
            assertThat(refused.findings())
                    .containsExactly(
                            "a call still runs: thread 'caller' (WAITING)" + " at acme.Chat.apply(Chat.java:10)");
            assertThat(served).isEqualTo("answer to ping");
            assertThat(module.unload()).isClean();
            assertThat(host.entries()).containsExactly(gate, "interrupted", "stopped");
        }
    }

    @Test
    @DisplayName("G23 PROCEED: the module is retained while the call runs, and collected after it")
    void proceed_callIsRunning_isRetainedUntilItHasEnded() throws Exception {
        Path jar = host.lifecycle(WAITING).toJar(directory.resolve("chat.jar"));
        UnloadPolicy policy = SHORT.onRunningCalls(RunningCalls.PROCEED);

        try (LayerManager manager = host.manager().unloading(policy).build()) {
            LoadedModule module = manager.load(jar);
            CountDownLatch gate = (CountDownLatch) host.entries().get(0);
            Thread caller = callAndWaitInside(module, "ignore");
            UnloadReport report = module.unload();

            assertThat(report.findings())
                    .containsExactly(
                            "a call still runs: thread 'caller' (WAITING)" + " at acme.Chat.apply(Chat.java:10)");
            assertThat(report).isReleased().isRetained();
            assertThat(module.state()).isEqualTo(ModuleState.UNLOADED);
            assertThat(manager.modules()).isEmpty();
            gate.countDown();
            Patience.untilEnded(caller);
            assertThat(module.unload()).isReleased().isCollected();
            assertThat(host.entries()).containsExactly(gate, "stopped");
        }
    }

    @Test
    @DisplayName("G23 G26 A running call refuses a reload; the old generation serves on, the new one is discarded")
    void reload_callIsRunning_isRefusedAndServesOn() throws Exception {
        Path jar = host.lifecycle(WAITING).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().unloading(SHORT).build()) {
            LoadedModule module = manager.load(jar);
            CountDownLatch gate = (CountDownLatch) host.entries().get(0);
            Thread caller = callAndWaitInside(module, "ignore");
            assertThatThrownBy(module::reload)
                    .isInstanceOf(ReloadRefusedException.class)
                    .hasMessage("Module 'chat': a call still runs: thread 'caller' (WAITING)"
                            + " at acme.Chat.apply(Chat.java:10);"
                            + " 'chat#1' serves on; let the calls end and reload again");

            assertThat(module.generation()).hasToString("chat#1");
            assertThat(module.state()).isEqualTo(ModuleState.ACTIVE);
            assertThat(host.command(module).apply("ping")).isEqualTo("answer to ping");
            assertThat(host.entries())
                    .as("only the discarded one was stopped")
                    .hasSize(3)
                    .endsWith("stopped");
            gate.countDown();
            Patience.untilEnded(caller);
            assertThat(module.reload()).isClean();
            assertThat(module.generation()).hasToString("chat#3");
        }
    }

    private Thread callAndWaitInside(LoadedModule module, String text) throws Exception {
        var command = host.command(module);
        Thread caller = new Thread(() -> command.apply(text), "caller");
        caller.start();
        Patience.until("the call waits inside", () -> caller.getState() == Thread.State.WAITING);
        return caller;
    }
}
