package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleState;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls within calls, also while other threads unload or reload. */
@Timeout(240)
class NestedCallIT {
    private static final UnloadPolicy PATIENT = UnloadPolicy.standard().drainFor(Duration.ofMinutes(1));

    @TempDir
    Path directory;

    private AskedHost host;

    @BeforeEach
    void host() {
        host = new AskedHost(directory);
    }

    @Test
    @DisplayName("G27 Host and module call each other ten deep")
    void calls_nestTenDeep() {
        try (LayerManager manager = host.manager(PATIENT, event -> {})) {
            LoadedModule module = host.load(manager);
            host.answers(text -> text.length() == 10 ? "bottom" : host.call(module, text + "-"));

            assertThat(host.call(module, "-")).isEqualTo("bottom" + " of 1".repeat(10));
            assertThat(host.unload(module)).isClean();
        }
    }

    @Test
    @DisplayName("G20 G27 While another thread unloads, whoever is inside calls on through references and callbacks")
    void callInside_goesOnWhileAnotherThreadUnloads() throws Exception {
        try (LayerManager manager = host.manager(PATIENT, event -> {})) {
            LoadedModule module = host.load(manager);
            Supplier<Object> callback = host.callback(module);
            CompletableFuture<UnloadReport> report = new CompletableFuture<>();
            List<Object> inside = new ArrayList<>();
            host.answers(text -> {
                if (text.equals("outer")) {
                    host.answersAtOnce();
                    start(() -> report.complete(module.unload()));
                    untilState(module, ModuleState.UNLOADING);
                    untilRefused(callback);
                    inside.add(host.call(module, "inner"));
                    inside.add(callback.get());
                    inside.add(outside(() -> host.call(module, "late")));
                    inside.add(report.isDone());
                }
                return "done";
            });
            Object outer = host.call(module, "outer");

            assertThat(outer).isEqualTo("done of 1");
            assertThat(inside)
                    .containsExactly(
                            "done of 1",
                            "done of 1",
                            "Module 'chat#1' is being unloaded; 'acme.Chat' takes no calls",
                            false);
            assertThat(report.get(60, TimeUnit.SECONDS)).isClean();
        }
    }

    @Test
    @DisplayName(
            "G27 While another thread reloads, a call of the old generation reaches its callbacks, and new calls go on")
    void callInside_goesOnWhileAnotherThreadReloads() throws Exception {
        try (LayerManager manager = host.manager(PATIENT, event -> {})) {
            LoadedModule module = host.load(manager);
            Supplier<Object> callback = host.callback(module);
            CompletableFuture<UnloadReport> report = new CompletableFuture<>();
            List<Object> inside = new ArrayList<>();
            host.answers(text -> {
                if (text.equals("outer")) {
                    host.answersAtOnce();
                    start(() -> report.complete(module.reload()));
                    until("the next serves", () -> module.generation().number() == 2);
                    untilRefused(callback);
                    inside.add(callback.get());
                    inside.add(host.call(module, "inner"));
                    inside.add(outside(() -> host.call(module, "other")));
                    inside.add(report.isDone());
                }
                return "done";
            });
            Object outer = host.call(module, "outer");

            assertThat(outer).isEqualTo("done of 1");
            assertThat(inside).containsExactly("done of 1", "done of 2", "done of 2", false);
            assertThat(report.get(60, TimeUnit.SECONDS)).isClean();
            assertThat(host.unload(module)).isClean();
        }
    }

    private static void start(Runnable code) {
        Thread thread = new Thread(code, "operator");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until threads outside do not get in any longer. */
    private static void untilRefused(Supplier<Object> callback) {
        until("the gate is closed", () -> outside(callback).toString().startsWith("Module 'chat#1'"));
    }

    private static void untilState(LoadedModule module, ModuleState state) {
        until("the module is " + state, () -> module.state() == state);
    }

    private static void until(String what, Callable<Boolean> condition) {
        try {
            Patience.until(what, condition);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /** Calls on another thread; returns the result or the message of the failure. */
    private static Object outside(Supplier<Object> call) {
        return CompletableFuture.supplyAsync(call)
                .handle((result, failure) ->
                        failure == null ? result : failure.getCause().getMessage())
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }
}
