package dev.layers.reload;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleStartException;
import dev.layers.ModuleState;
import dev.layers.RefusedState;
import dev.layers.ReloadOrder;
import dev.layers.ReloadPolicy;
import dev.layers.ReloadRefusedException;
import dev.layers.UnloadReport;
import dev.layers.testkit.CorePath;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** State is handed over whichever generation goes first, survives a roll back, and goes its way in every module of a cascade. */
@Timeout(300)
class HandOverOrderIT {
    private static final ReloadPolicy STOP_FIRST = ReloadPolicy.standard().order(ReloadOrder.STOP_FIRST);

    /** Counts its calls, over its generations, and says of each step when it comes; fails to start while the flag is up. */
    private static final String COUNTING = """
            static final List<Object> calls = new CopyOnWriteArrayList<>();
            static int statics;
            public void start(ModuleContext context) {
                begin(context);
                desk = context.service(Desk.class);
                statics++;
                context.handedOver().ifPresent(handed -> {
                    calls.addAll(handed.value(List.class));
                    journal.accept("from " + handed.generation() + " " + handed.version().orElse("") + calls);
                });
                if (Flag.isUp) {
                    throw new IllegalStateException("no port");
                }
            }
            static Desk desk;
            public String apply(String text) {
                calls.add(text);
                return generation + " " + statics + " " + calls;
            }
            public Object handOver() {
                desk.later(() -> journal.accept("handOver " + generation));
                return calls;
            }
            public void beforeUnload(UnloadContext context) { journal.accept("end " + generation); }
            """;

    @TempDir
    Path directory;

    private StateHost host;

    @BeforeEach
    void host() {
        host = StateHost.create(directory);
    }

    @Test
    @DisplayName(
            "G20 G26 Under STOP_FIRST a generation hands over after its last call and before its hook ends it, once")
    void stopFirst_handsOverAfterTheDrain() throws Exception {
        host.chat("1", COUNTING.replace("calls.add(text);", """
                calls.add(text);
                if (text.equals("slow")) {
                    CountDownLatch end = new CountDownLatch(1);
                    journal.accept(end);
                    try { end.await(); } catch (InterruptedException stop) { throw new IllegalStateException(stop); }
                    calls.add("done");
                }
                """));
        ExecutorService callers = Executors.newCachedThreadPool();
        try (LayerManager manager = host.manager().reloading(STOP_FIRST).build()) {
            LoadedModule module = manager.load(host.jar("chat"));
            UnaryOperator<String> command = host.command(module);
            Future<String> slow = callers.submit(() -> command.apply("slow"));
            host.awaitLatch();

            Future<UnloadReport> reload = callers.submit(module::reload);
            host.awaitEvent(LayerEvent.Waiting.class);
            assertThat(host.seen()).as("nothing is handed over beside a call").hasSize(1);
            host.openLatches();

            assertThat(slow.get()).isEqualTo("1 1 [slow, done]");
            assertThat(reload.get()).isClean();
            assertThat(host.entries().stream().skip(1)).containsExactly("handOver 1", "end 1", "from 1 1[slow, done]");
            assertThat(command.apply("ping")).isEqualTo("2 1 [slow, done, ping]");
        } finally {
            host.openLatches();
            callers.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource(RefusedState.class)
    @DisplayName(
            "G26 G34 A roll back gives the state back to the bytes that had it; a later reload hands over what is there then")
    void state_survivesARollBack(RefusedState refusedState) {
        Path chat = host.chat("1", COUNTING);
        try (LayerManager manager = host.manager()
                .reloading(STOP_FIRST.onRefusedState(refusedState))
                .build()) {
            LoadedModule module = manager.load(chat);
            UnaryOperator<String> command = host.command(module);
            command.apply("a");
            host.chat("2", COUNTING + "public void probe() { throw new IllegalStateException(\"no answer\"); }");

            assertThatThrownBy(module::reload)
                    .isInstanceOf(ModuleStartException.class)
                    .hasMessageContaining("probe of 'acme.Chat' failed: java.lang.IllegalStateException: no answer");

            int attempts = refusedState == RefusedState.FAIL ? 1 : 2;
            int restored = 2 + attempts;
            assertThat(module.generation()).hasToString("chat#" + restored);
            assertThat(command.apply("b")).isEqualTo(restored + " 1 [a, b]");
            assertThat(host.entries())
                    .startsWith("handOver 1", "end 1", "from 1 1[a]")
                    .endsWith("from 1 1[a]")
                    .filteredOn("handOver 1"::equals)
                    .hasSize(1);
            assertThat(host.events())
                    .filteredOn(LayerEvent.RolledBack.class::isInstance)
                    .hasSize(1);
            assertThat(host.lost()).isEmpty();

            host.chat("3", COUNTING);
            assertThat(module.reload()).isClean();
            assertThat(host.entries())
                    .containsExactly("handOver " + restored, "end " + restored, "from " + restored + " 1[a, b]");
        }
    }

    @Test
    @DisplayName("G26 The state of a module that is down waits for the generation that comes up")
    void state_waitsWhileTheModuleIsDown() throws Exception {
        Path chat = host.chat("1", COUNTING);
        try (LayerManager manager = host.manager().reloading(STOP_FIRST).build()) {
            LoadedModule module = manager.load(chat);
            UnaryOperator<String> command = host.command(module);
            command.apply("a");
            host.chat("2", COUNTING);
            host.flag(true);

            assertThatThrownBy(module::reload).isInstanceOf(ModuleStartException.class);
            assertThat(module.state()).isEqualTo(ModuleState.DOWN);
            assertThatThrownBy(module::reload).isInstanceOf(ModuleStartException.class);
            host.flag(false);
            host.entries();

            module.reload();

            assertThat(host.entries()).containsExactly("from 1 1[a]");
            assertThat(command.apply("b")).endsWith(" 1 [a, b]");
            assertThat(host.lost()).isEmpty();
        }
    }

    @Test
    @DisplayName(
            "G26 Under STOP_FIRST a hook that fails, where state must not be lost, leaves the old generation serving")
    void stopFirst_hookThatFails_leavesTheOldServing() {
        Path chat = host.chat("1", COUNTING.replace("return calls;", "throw new IllegalStateException(\"busy\");"));
        try (LayerManager manager = host.manager()
                .reloading(STOP_FIRST.onRefusedState(RefusedState.FAIL))
                .build()) {
            LoadedModule module = manager.load(chat);

            assertThatThrownBy(module::reload)
                    .isInstanceOf(ReloadRefusedException.class)
                    .hasMessageStartingWith(
                            "Module 'chat': handOver of 'acme.Chat' failed: java.lang.IllegalStateException:"
                                    + " busy at acme.Chat.handOver(Chat.java:")
                    .hasMessageEndingWith("; 'chat#1' serves on");

            assertThat(host.command(module).apply("a")).isEqualTo("1 1 [a]");
            assertThat(module.generation()).hasToString("chat#1");
            assertThat(host.entries()).containsExactly("handOver 1");
        }
    }

    @ParameterizedTest
    @EnumSource(ReloadOrder.class)
    @DisplayName("G25 G26 In a cascade each module hands over to its own successor")
    void cascade_handsOverInEveryModule(ReloadOrder order) {
        String hook = """
                public void start(ModuleContext context) {
                    begin(context);
                    context.handedOver().ifPresent(each -> journal.accept(each.value(String.class) + each.generation()));
                }
                public Object handOver() { return getClass().getModule().getName(); }
                """;
        Path base = host.source("1", "base", "base.Base")
                .type(StateHost.hook("Base", hook).replace("package acme", "package base"))
                .toJar(directory.resolve("base.jar"));
        Path top = ModuleSource.module(
                        "module top { requires base; requires bot.api; requires dev.layers.core;"
                                + " provides bot.Command with top.Top; provides dev.layers.module.ModuleLifecycle with top.Top; }")
                .type(StateHost.hook("Top", hook).replace("package acme", "package top"))
                .dependsOn(host.contractJar(), base)
                .dependsOn(CorePath.locations())
                .toJar(directory.resolve("top.jar"));
        try (LayerManager manager =
                host.manager().reloading(STOP_FIRST.order(order)).build()) {
            LoadedModule lower = manager.load(base);
            LoadedModule upper = manager.load(top);

            assertThat(lower.reload()).isClean();

            assertThat(host.entries()).containsExactly("base1", "top1");
            assertThat(List.of(lower.generation().number(), upper.generation().number()))
                    .containsExactly(2, 2);
        }
    }
}
