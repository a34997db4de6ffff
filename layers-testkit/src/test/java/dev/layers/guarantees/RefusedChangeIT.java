package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LoadOptions;
import dev.layers.LoadedModule;
import dev.layers.ModuleStartException;
import dev.layers.ModuleState;
import dev.layers.ModuleUnloadedException;
import dev.layers.ReloadOrder;
import dev.layers.ReloadPolicy;
import dev.layers.ReloadRefusedException;
import dev.layers.UnloadPolicy;
import dev.layers.testkit.CorePath;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of several modules that are refused, or swapped, leave each of them as it should be. */
class RefusedChangeIT {
    private static final String START = "public void start(ModuleContext context) throws Exception { ";

    @TempDir
    Path directory;

    private final Queue<LayerEvent> events = new ConcurrentLinkedQueue<>();
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
    @DisplayName("G26 A module that is down stays so when what it stands on is not reloaded after all")
    void moduleThatIsDown_isDownAgain_afterRefusal() throws Exception {
        Path needed = Files.createFile(directory.resolve("needed"));
        ModuleSource base = module("base", "", """
                bot.Journal journal;
                public void start(ModuleContext context) { journal = context.service(bot.Journal.class); }
                public String apply(String text) {
                    if (text.equals("wait")) {
                        var latch = new java.util.concurrent.CountDownLatch(1);
                        journal.accept(latch);
                        try { latch.await(); } catch (InterruptedException ended) { return "interrupted"; }
                    }
                    return "base";
                }
                """);
        ModuleSource above = module(
                "above",
                "requires base;",
                START + "if (!java.nio.file.Files.exists(java.nio.file.Path.of(\"" + needed
                        + "\"))) { throw new IllegalStateException(\"nothing there\"); } }" + answering("above"),
                base);

        try (LayerManager manager = manager(ReloadOrder.START_FIRST)) {
            LoadedModule lower = manager.load(base.toJar(directory.resolve("base.jar")));
            LoadedModule upper = manager.load(
                    LoadOptions.standard().reloading(ReloadPolicy.standard().order(ReloadOrder.STOP_FIRST)),
                    above.toJar(directory.resolve("above.jar")));
            UnaryOperator<String> command = host.command(upper);
            Files.delete(needed);
            assertThatThrownBy(upper::reload).isInstanceOf(ModuleStartException.class);
            Throwable down = catchThrowable(() -> command.apply("ping"));
            Files.createFile(needed);
            FutureTask<String> call = begun(() -> host.command(lower).apply("wait"));
            Patience.until("the call is inside", () -> !host.entries().isEmpty());

            assertThatThrownBy(lower::reload).isInstanceOf(ReloadRefusedException.class);

            assertThat(upper.state()).isEqualTo(ModuleState.DOWN);
            assertThat(upper.generation()).hasToString("above#1");
            assertThat(down).isInstanceOf(ModuleUnloadedException.class);
            assertThatThrownBy(() -> command.apply("ping"))
                    .isInstanceOf(ModuleUnloadedException.class)
                    .hasMessage(down.getMessage());
            host.openLatches();
            assertThat(call.get(1, TimeUnit.MINUTES)).isEqualTo("base");
            upper.reload();
            assertThat(command.apply("ping")).isEqualTo("above");
            assertThat(lower.reload()).isReleased();
            host.forget();
        }
    }

    @Test
    @DisplayName("G25 G26 G27 What stands on each other the other way round is stopped and brought back as it stood")
    void inverseOrder_isStoppedAndBroughtBackAsItStood() throws Exception {
        Path set = Files.createDirectory(directory.resolve("set"));
        ModuleSource y = module("y", "", answering("y1"));
        ModuleSource x = module("x", "requires y;", answering("x1"), y);
        y.toJar(set.resolve("y.jar"));
        x.toJar(set.resolve("x.jar"));
        module("z", "requires x; requires y;", answering("z1"), x, y).toJar(set.resolve("z.jar"));

        try (LayerManager manager = manager(ReloadOrder.STOP_FIRST)) {
            assertThat(manager.loadAll(set).isClean()).isTrue();
            ModuleSource lower = module("x", "", answering("x2"));
            ModuleSource upper = module("y", "requires x;", answering("y2"), lower);
            lower.toJar(set.resolve("x.jar"));
            upper.toJar(set.resolve("y.jar"));
            module(
                            "z",
                            "requires x; requires y;",
                            START + "throw new IllegalStateException(\"no\"); }" + answering("z2"),
                            lower,
                            upper)
                    .toJar(set.resolve("z.jar"));
            events.clear();

            assertThat(manager.loadAll(set).isClean()).isFalse();

            assertThat(manager.modules())
                    .allSatisfy(module -> assertThat(module.state()).isEqualTo(ModuleState.ACTIVE));
            assertThat(manager.modules().stream()
                            .map(module -> host.command(module).apply("ping")))
                    .containsExactlyInAnyOrder("x1", "y1", "z1");
            assertThat(unloaded()).containsExactly("z#1", "x#1", "y#1");
        }
    }

    @Test
    @DisplayName("G26 A changed module that requires what is not there is found before anything is stopped")
    void unresolvableModule_isFoundBeforeAnythingIsStopped() throws Exception {
        Path set = Files.createDirectory(directory.resolve("set"));
        ModuleSource base = module("base", "", answering("b1"));
        base.toJar(set.resolve("base.jar"));
        module("above", "requires base;", answering("a1"), base).toJar(set.resolve("above.jar"));

        try (LayerManager manager = manager(ReloadOrder.STOP_FIRST)) {
            assertThat(manager.loadAll(set).isClean()).isTrue();
            module("base", "", answering("b2")).toJar(set.resolve("base.jar"));
            module(
                            "above",
                            "requires base; requires nowhere;",
                            answering("a2"),
                            base,
                            module("nowhere", "", answering("")))
                    .toJar(set.resolve("above.jar"));
            events.clear();

            assertThat(manager.loadAll(set).text()).contains("nowhere");

            assertThat(manager.modules())
                    .extracting(module -> module.generation().toString())
                    .containsExactlyInAnyOrder("base#1", "above#1");
            assertThat(events).noneMatch(LayerEvent.StepStarted.class::isInstance);
        }
    }

    private List<String> unloaded() {
        return events.stream()
                .filter(LayerEvent.Unloaded.class::isInstance)
                .map(event ->
                        ((LayerEvent.Unloaded) event).report().generation().toString())
                .toList();
    }

    private ModuleSource module(String name, String requires, String members, ModuleSource... others) {
        return ModuleSource.module("module " + name + " { requires bot.api; requires dev.layers.core; " + requires
                        + " exports " + name + "; provides bot.Command with " + name
                        + ".Bot; provides dev.layers.module.ModuleLifecycle with " + name + ".Bot; }")
                .type("package " + name + "; import dev.layers.module.*;"
                        + " public class Bot implements bot.Command, ModuleLifecycle { " + members + " }")
                .dependsOn(host.contractJar())
                .dependsOn(CorePath.locations())
                .dependsOn(others);
    }

    private static String answering(String answer) {
        return "public String apply(String text) { return \"" + answer + "\"; }";
    }

    private LayerManager manager(ReloadOrder order) {
        return host.manager()
                .reloading(ReloadPolicy.standard().order(order))
                .unloading(UnloadPolicy.standard().drainFor(Duration.ofSeconds(1)))
                .listener(events::add)
                .build();
    }

    private static FutureTask<String> begun(Supplier<String> work) {
        FutureTask<String> task = new FutureTask<>(work::get);
        new Thread(task, "calling").start();
        return task;
    }
}
