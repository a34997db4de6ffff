package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleState;
import dev.layers.ModuleUnloadedException;
import dev.layers.OverdueHooks;
import dev.layers.StepReport;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.UnloadStep;
import dev.layers.Verdict;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An unload that a hook stopped, by policy, goes on where it stopped; nothing runs twice. */
class OverdueHooksIT {
    private static final UnloadPolicy STOPPING =
            UnloadPolicy.standard().hooksFor(Duration.ofSeconds(2)).onOverdueHooks(OverdueHooks.STOP);

    /** Its hook waits for a latch that the host holds, whoever interrupts it. */
    private static final String STUBBORN = """
            bot.Journal journal;
            public String apply(String text) { return text; }
            public void start(ModuleContext context) {
                journal = context.service(bot.Journal.class);
                context.onUnload(() -> journal.accept("closed"));
            }
            public void beforeUnload(UnloadContext context) {
                var latch = new java.util.concurrent.CountDownLatch(1);
                journal.accept(latch);
                while (latch.getCount() > 0) {
                    try {
                        latch.await();
                    } catch (InterruptedException ignored) {
                        journal.accept("interrupted");
                    }
                }
                journal.accept("hook ended");
            }
            """;

    @TempDir
    Path directory;

    private TestHost host;
    private Path jar;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
        jar = host.lifecycle(STUBBORN).toJar(directory.resolve("chat.jar"));
    }

    @AfterEach
    void close() throws Exception {
        host.openLatches();
        host.close();
    }

    @Test
    @DisplayName("G19 G21 Under GO_ON the unload goes on beside the hook, and names it")
    void hook_isOverdue_goesOn() throws Exception {
        UnloadPolicy policy = STOPPING.onOverdueHooks(OverdueHooks.GO_ON);

        try (LayerManager manager = host.manager().unloading(policy).build()) {
            UnloadReport report = manager.load(jar).unload();

            assertThat(report).isReleased().hasFinding("beforeUnload of 'acme.Chat' did not end within ");
            assertThat(report.steps()).extracting(StepReport::step).containsExactly(UnloadStep.values());
            assertThat(texts()).contains("closed");
            end();
        }
    }

    @Test
    @DisplayName("G20 G21 G23 Under STOP it stops, serves no call, and goes on where it stopped")
    void hook_isOverdue_stopsTheUnloadUntilItEnded() throws Exception {
        try (LayerManager manager = host.manager().unloading(STOPPING).build()) {
            LoadedModule module = manager.load(jar);
            UnaryOperator<String> command = host.command(module);

            UnloadReport first = module.unload();
            UnloadReport second = module.unload();

            assertThat(first).isStopped().hasFinding("beforeUnload of 'acme.Chat' did not end within ");
            assertThat(first.steps()).extracting(StepReport::step).containsExactly(UnloadStep.DRAIN, UnloadStep.HOOKS);
            assertThat(first.verdict())
                    .isCompletedWithValue(new Verdict.Unconfirmed(Duration.ZERO, "the generation was not released"));
            assertThat(second).as("the hook still runs").isStopped();
            assertThat(module.status().state()).isEqualTo(ModuleState.UNLOADING);
            assertThatThrownBy(() -> command.apply("ping")).isInstanceOf(ModuleUnloadedException.class);
            assertThatThrownBy(module::reload)
                    .hasMessage(
                            "Module 'chat#1' is half unloaded and cannot be reloaded; unload it again, then load it");
            assertThat(texts()).containsExactly("interrupted");

            end();
            UnloadReport last = module.unload();

            assertThat(last).isReleased().hasFinding("beforeUnload of 'acme.Chat' did not end within ");
            assertThat(last.steps()).extracting(StepReport::step).containsExactly(UnloadStep.values());
            assertThat(texts()).containsExactly("interrupted", "hook ended", "closed");
            host.forget();
            assertThat(module.unload()).isCollected();
            assertThat(manager.modules()).isEmpty();
        }
    }

    @Test
    @DisplayName("G36 While one module hangs in its hook, another loads, serves and unloads")
    void otherModule_isNotHeldUp() throws Exception {
        Path other = ModuleSource.module("module talk { requires bot.api; provides bot.Command with acme.Talk; }")
                .type("package acme; public class Talk implements bot.Command {"
                        + " public String apply(String text) { return text + \"!\"; } }")
                .dependsOn(host.contractJar())
                .toJar(directory.resolve("talk.jar"));

        try (LayerManager manager = host.manager().unloading(STOPPING).build()) {
            LoadedModule module = manager.load(jar);
            assertThat(module.unload()).isStopped();

            LoadedModule talk = manager.load(other);
            assertThat(host.command(talk).apply("ping")).isEqualTo("ping!");
            assertThat(talk.unload()).isClean();
            end();
        }
    }

    @Test
    @DisplayName("G21 A manager that closes goes on beside the hook that stopped an unload")
    void close_goesOn() throws Exception {
        LayerManager manager = host.manager().unloading(STOPPING).build();
        LoadedModule module = manager.load(jar);
        assertThat(module.unload()).isStopped();

        manager.close();

        assertThat(module.status().state()).isEqualTo(ModuleState.UNLOADED);
        assertThat(module.reports())
                .extracting(UnloadReport::outcome)
                .containsExactly(UnloadReport.Outcome.STOPPED, UnloadReport.Outcome.RELEASED);
        end();
    }

    @Test
    @DisplayName("G21 A reload goes on beside the hook, since nobody could ask again")
    void reload_goesOn() throws Exception {
        try (LayerManager manager = host.manager().unloading(STOPPING).build()) {
            LoadedModule module = manager.load(jar);

            UnloadReport report = module.reload();

            assertThat(report).isReleased().hasFinding("beforeUnload of 'acme.Chat' did not end within ");
            assertThat(module.status().generation()).hasToString("chat#2");
            end();
            host.openLatches();
        }
    }

    private List<String> texts() {
        return host.entries().stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** Lets every hook end that waits. */
    private void end() throws Exception {
        host.openLatches();
        Patience.until("the hook ended", () -> texts().contains("hook ended"));
    }
}
