package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleState;
import dev.layers.ModuleUnloadedException;
import dev.layers.ReloadRefusedException;
import dev.layers.RunningCalls;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An unload waits for every call of the generation, however it came in, and for nothing else. */
class DrainIT {
    private static final UnloadPolicy SHORT = UnloadPolicy.standard().drainFor(Duration.ofMillis(200));
    private static final UnloadPolicy LONG = UnloadPolicy.standard().drainFor(Duration.ofMinutes(2));

    @TempDir
    Path directory;

    private DrainHost host;

    @BeforeEach
    void host() {
        host = new DrainHost(directory);
    }

    @AfterEach
    void letGo() throws Exception {
        host.letGo();
    }

    @Test
    @DisplayName("G21 G27 Every thread in a call is named with its place, and the drain ends with its deadline")
    void callsOfSeveralThreads_areNamedAtTheDeadline() throws Exception {
        try (LayerManager manager = host.manager(SHORT)) {
            LoadedModule module = host.load(manager, "chat");
            Thread one = DrainHost.waiting("one", () -> host.call(module, "ignore"));
            Thread two = DrainHost.waiting("two", () -> host.call(module, "obey"));
            UnloadReport refused = module.unload();

            assertThat(refused).isRefused();
            assertThat(refused.findings())
                    .containsExactlyInAnyOrder(
                            "a call still runs: thread 'one' (WAITING) at " + DrainHost.PLACE,
                            "a call still runs: thread 'two' (WAITING) at " + DrainHost.PLACE);
            assertThat(refused.steps())
                    .singleElement()
                    .satisfies(
                            step -> assertThat(step.took()).isBetween(Duration.ofMillis(200), Duration.ofSeconds(30)));
            assertThat(module.state()).isEqualTo(ModuleState.ACTIVE);
            host.letGo();
            Patience.untilEnded(one);
            Patience.untilEnded(two);
            assertThat(module.unload()).isClean();
        }
    }

    @Test
    @DisplayName("G21 INTERRUPT: of two calls the one that heeds it ends, and only the other is named")
    void interrupt_endsWhatHeedsIt() throws Exception {
        try (LayerManager manager = host.manager(SHORT.onRunningCalls(RunningCalls.INTERRUPT))) {
            LoadedModule module = host.load(manager, "chat");
            Thread ignoring = DrainHost.waiting("ignoring", () -> host.call(module, "ignore"));
            Thread obeying = DrainHost.waiting("obeying", () -> host.call(module, "obey"));
            UnloadReport refused = module.unload();

            Patience.untilEnded(obeying);
            assertThat(refused).isRefused();
            assertThat(refused.findings())
                    .containsExactly("a call still runs: thread 'ignoring' (WAITING) at " + DrainHost.PLACE);
            host.letGo();
            Patience.untilEnded(ignoring);
            assertThat(module.unload()).isClean();
        }
    }

    @Test
    @DisplayName("G27 A callback of the old generation is a call: a reload waits for it, and goes on when it has ended")
    void callback_isWaitedForByAReload() throws Exception {
        try (LayerManager manager = host.manager(LONG)) {
            LoadedModule module = host.load(manager, "chat");
            Supplier<Object> callback = host.callback(module, "callback");
            AtomicReference<Object> answer = new AtomicReference<>();
            AtomicReference<UnloadReport> report = new AtomicReference<>();
            Thread caller = DrainHost.waiting("caller", () -> answer.set(callback.get()));
            Thread reloading = new Thread(() -> report.set(module.reload()), "reloading");
            reloading.start();
            Patience.until(
                    "calls go to the next generation",
                    () -> module.generation().toString().equals("chat#2"));
            Object meanwhile = host.call(module, "ping");
            boolean isWaiting = reloading.isAlive() && caller.isAlive();
            host.letGo();
            Patience.untilEnded(caller);
            Patience.untilEnded(reloading);

            assertThat(isWaiting).as("the reload waits for the callback").isTrue();
            assertThat(meanwhile).isEqualTo("answer to ping");
            assertThat(answer).hasValue("done");
            assertThat(report.get()).isClean();
        }
    }

    @Test
    @DisplayName(
            "G27 A callback that blocks refuses a reload, which names thread and place; the old generation serves on")
    void blockedCallback_refusesAReload() throws Exception {
        try (LayerManager manager = host.manager(SHORT)) {
            LoadedModule module = host.load(manager, "chat");
            Supplier<Object> callback = host.callback(module, "callback");
            Thread caller = DrainHost.waiting("caller", callback::get);

            assertThatThrownBy(module::reload)
                    .isInstanceOf(ReloadRefusedException.class)
                    .hasMessage("Module 'chat': a call still runs: thread 'caller' (WAITING) at " + DrainHost.PLACE
                            + "; 'chat#1' serves on; let the calls end and reload again");
            host.letGo();
            Patience.untilEnded(caller);
            assertThat(callback.get()).as("the callback after the refusal").isEqualTo("done");
            assertThat(module.reload()).isClean();
            assertThatThrownBy(callback::get)
                    .isInstanceOf(ModuleUnloadedException.class)
                    .hasMessageContaining("'chat#1'");
        }
    }

    @Test
    @DisplayName("G27 A blocked callback without a line of the module in it is found all the same")
    void blockedCallbackOfTheJdk_isFound() throws Exception {
        try (LayerManager manager = host.manager(SHORT)) {
            LoadedModule module = host.load(manager, "chat");
            Supplier<Object> callback = host.callback(module, "jdk");
            Thread caller = DrainHost.waiting("caller", callback::get);
            UnloadReport refused = module.unload();

            assertThat(refused).isRefused();
            assertThat(refused.findings())
                    .singleElement()
                    .asString()
                    .startsWith("a call still runs: thread 'caller' (WAITING) at ");
            host.letGo();
            Patience.untilEnded(caller);
            assertThat(module.unload()).isClean();
        }
    }

    @Test
    @DisplayName("G21 Calls of another module are not waited for, nor interrupted")
    void callsOfAnotherModule_areLeftAlone() throws Exception {
        try (LayerManager manager = host.manager(LONG.onRunningCalls(RunningCalls.INTERRUPT))) {
            LoadedModule busy = host.load(manager, "chat");
            // its name is the beginning of the other's
            LoadedModule idle = host.load(manager, "cha");
            Thread caller = DrainHost.waiting("caller", () -> host.call(busy, "obey"));
            assertThat(idle.reload()).isClean();
            assertThat(idle.unload()).isClean();

            assertThat(caller.isAlive()).isTrue();
            host.letGo();
            Patience.untilEnded(caller);
            assertThat(busy.unload()).isClean();
        }
    }

    @Test
    @DisplayName("G21 A module of the same name under another manager is another module")
    void sameNameUnderAnotherManager_isAnotherModule() throws Exception {
        try (LayerManager one = host.manager(LONG);
                LayerManager other = host.manager(SHORT)) {
            LoadedModule idle = host.load(one, "chat");
            LoadedModule busy = host.load(other, "chat");
            Supplier<Object> callback = host.callback(busy, "jdk");
            List<Thread> callers = List.of(
                    DrainHost.waiting("caller", () -> host.call(busy, "ignore")),
                    DrainHost.waiting("callback", callback::get));
            assertThat(idle.reload()).isClean();
            assertThat(idle.unload()).isClean();

            assertThat(busy.unload()).isRefused();
            host.letGo();
            for (Thread caller : callers) {
                Patience.untilEnded(caller);
            }
            assertThat(busy.unload()).isClean();
        }
    }
}
