package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ReloadRefusedException;
import dev.layers.RunningCalls;
import dev.layers.ServiceContract;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A module that asks for its own end, in a call or in its hook, wedges nothing. */
class SelfUnloadIT {
    @TempDir
    Path directory;

    private TestHost host;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
    }

    @AfterEach
    void close() throws Exception {
        host.close();
    }

    @ParameterizedTest
    @DisplayName("G23 A module that asks for its own unload in a call is refused at once, and not interrupted")
    @EnumSource(
            value = RunningCalls.class,
            names = {"REOPEN", "INTERRUPT"})
    void unload_fromInsideACall_isRefusedAtOnce(RunningCalls treatment) {
        AtomicReference<LoadedModule> module = new AtomicReference<>();
        AtomicReference<UnloadReport> inside = new AtomicReference<>();
        ServiceContract contract = ServiceContract.builder()
                .provides(host.commandType())
                .uses(Runnable.class, () -> inside.set(module.get().unload()))
                .build();
        Path jar = callingHost().toJar(directory.resolve("chat.jar"));
        UnloadPolicy policy =
                UnloadPolicy.standard().drainFor(Duration.ofHours(1)).onRunningCalls(treatment);

        try (LayerManager manager = host.manager(contract).unloading(policy).build()) {
            module.set(manager.load(jar));
            String answer = host.command(module.get()).apply("ping");

            assertThat(answer).isEqualTo("ping, interrupted: false");
            assertThat(inside.get()).isRefused();
            assertThat(inside.get().findings())
                    .singleElement()
                    .asString()
                    .matches("a call still runs: thread '"
                            + Thread.currentThread().getName() + "' \\(RUNNABLE\\) at .+");
            assertThat(module.get().unload()).isClean();
        }
    }

    @Test
    @DisplayName("G22 A managed thread of the module may unload it: nobody waits for that thread itself")
    void unload_fromAManagedThread_doesNotWaitForItself() throws Exception {
        AtomicReference<LoadedModule> module = new AtomicReference<>();
        CompletableFuture<UnloadReport> inside = new CompletableFuture<>();
        ServiceContract contract = ServiceContract.builder()
                .provides(host.commandType())
                .uses(Runnable.class, () -> inside.complete(module.get().unload()))
                .build();
        Path jar = host.lifecycle("ModuleContext context; public void start(ModuleContext given) { context = given; }"
                        + "public String apply(String text) {"
                        + " context.executor().execute(context.service(Runnable.class)); return text; }")
                .toJar(directory.resolve("chat.jar"));
        UnloadPolicy policy = UnloadPolicy.standard().threadsFor(Duration.ofHours(1));

        try (LayerManager manager = host.manager(contract).unloading(policy).build()) {
            module.set(manager.load(jar));
            host.command(module.get()).apply("ping");
            UnloadReport report = inside.get(30, TimeUnit.SECONDS);

            assertThat(report).isReleased();
        }
    }

    @Test
    @DisplayName("G23 A module that reloads itself in a call is refused at once and serves on")
    void reload_fromInsideACall_isRefusedAtOnce() {
        AtomicReference<LoadedModule> module = new AtomicReference<>();
        AtomicReference<Throwable> inside = new AtomicReference<>();
        ServiceContract contract = ServiceContract.builder()
                .provides(host.commandType())
                .uses(Runnable.class, () -> inside.set(reloadFailure(module.get())))
                .build();
        Path jar = callingHost().toJar(directory.resolve("chat.jar"));
        UnloadPolicy policy = UnloadPolicy.standard().drainFor(Duration.ofHours(1));

        try (LayerManager manager = host.manager(contract).unloading(policy).build()) {
            module.set(manager.load(jar));
            String answer = host.command(module.get()).apply("ping");

            assertThat(answer).isEqualTo("ping, interrupted: false");
            assertThat(inside.get())
                    .isInstanceOf(ReloadRefusedException.class)
                    .hasMessage("Module 'chat': a reload was asked for from inside a call of 'chat#1', which serves on;"
                            + " ask from another thread, or when the call has ended");
            assertThat(module.get().generation()).hasToString("chat#1");
            inside.set(null);
            assertThat(module.get().unload()).isClean();
        }
    }

    @Test
    @DisplayName("G23 A module that asks for its own unload in its hook waits for its own deadline, no longer")
    void unload_fromInsideTheHook_endsWithTheDeadline() throws Exception {
        AtomicReference<LoadedModule> module = new AtomicReference<>();
        AtomicReference<UnloadReport> inside = new AtomicReference<>();
        ServiceContract contract = ServiceContract.builder()
                .provides(host.commandType())
                .uses(Runnable.class, () -> inside.set(module.get().unload()))
                .build();
        Path jar = host.lifecycle("""
                        Runnable host;
                        public void start(ModuleContext context) { host = context.service(Runnable.class); }
                        public String apply(String text) { return text; }
                        public void beforeUnload(UnloadContext context) { host.run(); }
                        """).toJar(directory.resolve("chat.jar"));
        UnloadPolicy policy =
                UnloadPolicy.standard().hooksFor(Duration.ofSeconds(2)).threadsFor(Duration.ofMillis(300));

        try (LayerManager manager = host.manager(contract).unloading(policy).build()) {
            module.set(manager.load(jar));
            UnloadReport report = module.get().unload();
            Patience.until("the hook has its answer", () -> inside.get() != null);
            Patience.until(
                    "the hook has ended",
                    () -> LiveThreads.named("chat#1 beforeUnload").isEmpty());

            assertThat(report).isReleased().hasFinding("thread 'chat#1 beforeUnload' still runs");
            assertThat(inside.get()).isSameAs(report);
            assertThat(module.get().unload()).isReleased().isCollected();
        }
    }

    private ModuleSource callingHost() {
        return host.lifecycle("""
                Runnable host;
                public void start(ModuleContext context) { host = context.service(Runnable.class); }
                public String apply(String text) {
                    host.run();
                    return text + ", interrupted: " + Thread.interrupted();
                }
                """);
    }

    private static Throwable reloadFailure(LoadedModule module) {
        try {
            return new AssertionError("The reload was not refused: " + module.reload());
        } catch (ReloadRefusedException refused) {
            return refused;
        }
    }
}
