package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleBusyException;
import dev.layers.ModuleStartException;
import dev.layers.ModuleState;
import dev.layers.ModuleUnloadedException;
import dev.layers.ReloadRefusedException;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Operations that are asked for from wherever a module or a listener can ask. */
@Timeout(240)
class ReentrancyIT {
    private static final UnloadPolicy PATIENT = UnloadPolicy.standard().drainFor(Duration.ofMinutes(1));

    @TempDir
    Path directory;

    private AskedHost host;

    @BeforeEach
    void host() {
        host = new AskedHost(directory);
    }

    @Test
    @DisplayName("G23 A reload and an unload that are asked for from inside a callback are refused at once")
    void operationsFromACallback_areRefused() {
        try (LayerManager manager = host.manager(PATIENT, event -> {})) {
            LoadedModule module = host.load(manager);
            Supplier<Object> callback = host.callback(module);
            List<Object> inside = new ArrayList<>();
            host.answers(text -> {
                inside.add(failure(module::reload));
                inside.add(module.unload());
                return "done";
            });
            Object answered = callback.get();

            assertThat(answered).isEqualTo("done of 1");
            assertThat(inside.get(0))
                    .isInstanceOf(ReloadRefusedException.class)
                    .hasToString(ReloadRefusedException.class.getName()
                            + ": Module 'chat': a reload was asked for from inside a call of 'chat#1', which serves on;"
                            + " ask from another thread, or when the call has ended");
            assertThat((UnloadReport) inside.get(1)).isRefused();
            host.answersAtOnce();
            assertThat(callback.get()).isEqualTo("done of 1");
            assertThat(host.unload(module)).isClean();
        }
    }

    @Test
    @DisplayName("G22 A thread of the module may reload it, and ends with its generation")
    void reloadFromAModuleThread_runs() throws Exception {
        try (LayerManager manager = host.manager(PATIENT.threadsFor(Duration.ofMillis(300)), event -> {})) {
            LoadedModule module = host.load(manager);
            CompletableFuture<UnloadReport> report = new CompletableFuture<>();
            host.answers(text -> {
                if (text.equals("on thread")) {
                    report.complete(module.reload());
                }
                return "done";
            });
            host.call(module, "thread");
            UnloadReport released = report.get(60, TimeUnit.SECONDS);

            assertThat(released).isReleased();
            assertThat(released.generation()).hasToString("chat#1");
            assertThat(host.call(module, "ping")).isEqualTo("done of 2");
        }
    }

    @Test
    @DisplayName("G22 A listener that asks for another operation on the module is told to ask later")
    void operationsFromAListener_areRefused() {
        List<Object> told = new ArrayList<>();
        AtomicReference<LayerManager> asked = new AtomicReference<>();
        Consumer<LayerEvent> listener = event -> {
            if (event instanceof LayerEvent.StepStarted && told.size() < 2) {
                LoadedModule module = asked.get().module("chat").orElseThrow();
                told.add(failure(module::reload));
                told.add(failure(module::unload));
            }
        };

        try (LayerManager manager = host.manager(PATIENT, listener)) {
            asked.set(manager);
            LoadedModule module = host.load(manager);
            UnloadReport report = module.reload();

            assertThat(told)
                    .hasSize(2)
                    .allSatisfy(failure -> assertThat(failure)
                            .isInstanceOf(ModuleBusyException.class)
                            .hasToString(ModuleBusyException.class.getName()
                                    + ": Module 'chat': asked for from inside another operation on it, by a listener;"
                                    + " ask from another thread, or later"));
            assertThat(report).isClean();
            assertThat(host.unload(module)).isClean();
        }
    }

    @Test
    @DisplayName("G19 G21 A hook that asks for a reload of its dying module keeps nobody for longer than its deadline")
    void reloadFromTheLastHook_failsWhenTheUnloadIsOver() throws Exception {
        UnloadPolicy policy = PATIENT.hooksFor(Duration.ofSeconds(2)).threadsFor(Duration.ofMillis(300));
        try (LayerManager manager = host.manager(policy, event -> {})) {
            LoadedModule module = host.load(manager);
            CompletableFuture<Throwable> inside = new CompletableFuture<>();
            host.answers(text -> {
                inside.complete(failure(module::reload));
                return "done";
            });
            UnloadReport report = module.unload();

            assertThat(report).isReleased().hasFinding("beforeUnload of 'acme.Chat' did not end within ");
            assertThat(inside.get(60, TimeUnit.SECONDS))
                    .isInstanceOf(ModuleUnloadedException.class)
                    .hasMessage("Module 'chat#1' was unloaded and cannot be reloaded; load it again");
        }
    }

    @Test
    @DisplayName(
            "G14 G21 A start hook that unloads its own module fails the reload at its deadline, and then has its way")
    void unloadFromAStartHook_runsWhenTheReloadHasFailed() throws Exception {
        UnloadPolicy policy = PATIENT.hooksFor(Duration.ofSeconds(2)).threadsFor(Duration.ofMillis(300));
        try (LayerManager manager = host.manager(policy, event -> {})) {
            LoadedModule module = host.load(manager);
            CompletableFuture<UnloadReport> inside = new CompletableFuture<>();
            host.answers(text -> {
                if (text.equals("start 2")) {
                    inside.complete(module.unload());
                }
                return "done";
            });

            assertThatExceptionOfType(ModuleStartException.class).isThrownBy(module::reload);
            assertThat(inside.get(60, TimeUnit.SECONDS)).isReleased();
            assertThat(module.state()).isEqualTo(ModuleState.UNLOADED);
            assertThat(manager.modules()).isEmpty();
        }
    }

    private static Throwable failure(Callable<?> operation) {
        try {
            return new AssertionError("It was not refused: " + operation.call());
        } catch (Exception refused) {
            return refused;
        }
    }
}
