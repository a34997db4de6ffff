package dev.layers.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LoadOptions;
import dev.layers.LoadedModule;
import dev.layers.ModuleBusyException;
import dev.layers.ModuleState;
import dev.layers.ProviderCreationException;
import dev.layers.ReloadOrder;
import dev.layers.ReloadPolicy;
import dev.layers.ReloadRefusedException;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.module.UnloadReason;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What listeners learn of reloads that fail, and what they may ask for then. */
class ReloadEventIT {
    @TempDir
    Path directory;

    private final Queue<LayerEvent> events = new ConcurrentLinkedQueue<>();
    private TestHost host;
    private Storeys storeys;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
        storeys = new Storeys(host, directory);
    }

    @AfterEach
    void close() throws Exception {
        host.close();
    }

    @Test
    @DisplayName("G25 G26 A module that falls is told, does not keep what it stands on, and its unload is told")
    void fallenModule_isTold() throws Exception {
        Path bad = directory.resolve("bad");
        try (LayerManager manager = manager(ReloadOrder.START_FIRST)) {
            LoadedModule base = storeys.loadBase(manager, storeys.base("one", ""));
            LoadedModule above = manager.load(
                    LoadOptions.standard().reloading(ReloadPolicy.standard().order(ReloadOrder.STOP_FIRST)),
                    above(bad).toJar(directory.resolve("above.jar")));
            UnaryOperator<String> command = host.command(above);
            Files.createFile(bad);
            assertThatThrownBy(above::reload).isInstanceOf(ProviderCreationException.class);

            String why = "Module 'above': creating 'above.Above' failed: java.lang.IllegalStateException: bad at"
                    + " above.Above.<init>(Above.java:1)";
            assertThat(told(LayerEvent.Fallen.class)).hasSize(1).allSatisfy(fallen -> {
                assertThat(fallen.generation()).hasToString("above#1");
                assertThat(fallen.origin().artifact())
                        .isEqualTo(directory.resolve("above.jar").toString());
                assertThat(fallen.reason()).contains(why);
            });

            Files.write(storeys.baseJar(), storeys.base("two", "").bytes());
            events.clear();
            base.reload();

            assertThat(base.generation()).hasToString("base#2");
            assertThat(above.state()).isEqualTo(ModuleState.DOWN);
            assertThat(told(LayerEvent.LoadFailed.class))
                    .extracting(LayerEvent.LoadFailed::reason)
                    .containsExactly(why);
            Files.delete(bad);
            base.reload();
            assertThat(command.apply("")).isEqualTo("above two");

            Files.createFile(bad);
            assertThatThrownBy(above::reload).isInstanceOf(ProviderCreationException.class);
            events.clear();
            UnloadReport report = above.unload();

            assertThat(report.reason()).isEqualTo(UnloadReason.UNLOAD);
            assertThat(above.unload()).isEqualTo(report);
            assertThat(told(LayerEvent.Unloaded.class)).containsExactly(new LayerEvent.Unloaded(report));
        }
    }

    @ParameterizedTest
    @EnumSource(ReloadOrder.class)
    @DisplayName("G26 A reload that running calls refuse is told")
    void refusedReload_isTold(ReloadOrder order) throws Exception {
        Path go = directory.resolve("go");
        Path begun = directory.resolve("begun");
        ModuleSource chat = host.chat("try { java.nio.file.Files.write(java.nio.file.Path.of(\"" + begun
                + "\"), new byte[1]); while (!java.nio.file.Files.exists(java.nio.file.Path.of(\"" + go
                + "\"))) { Thread.sleep(10); } } catch (Exception odd) { return \"odd\"; } return \"done\";");
        try (LayerManager manager = manager(order)) {
            LoadedModule module = manager.load(chat.toJar(directory.resolve("chat.jar")));
            UnaryOperator<String> command = host.command(module);
            CompletableFuture<String> call = CompletableFuture.supplyAsync(() -> command.apply(""));
            Patience.until("the call is inside", () -> Files.exists(begun));

            Throwable refused = catchThrowable(module::reload);

            assertThat(refused).isInstanceOf(ReloadRefusedException.class);
            assertThat(told(LayerEvent.LoadFailed.class))
                    .extracting(LayerEvent.LoadFailed::reason)
                    .containsExactly(refused.getMessage());
            Files.createFile(go);
            assertThat(call.get(1, TimeUnit.MINUTES)).isEqualTo("done");
        }
    }

    @Test
    @DisplayName("G4 A listener that asks from inside a deployment is refused at once, on whatever thread it is told")
    void listener_insideDeployment_isRefused() throws Exception {
        Path set = Files.createDirectory(directory.resolve("set"));
        storeys.base("one", "").toJar(set.resolve("base.jar"));
        storeys.middle("middle").toJar(set.resolve("middle.jar"));
        host.chat("return \"chat\";").toJar(set.resolve("chat.jar"));
        Queue<Throwable> refusals = new ConcurrentLinkedQueue<>();
        List<LayerManager> asked = new CopyOnWriteArrayList<>();
        try (LayerManager manager = host.manager()
                .listener(event -> {
                    if (event instanceof LayerEvent.Loaded) {
                        refusals.add(catchThrowable(() -> asked.get(0).loadAll(set)));
                    }
                })
                .build()) {
            asked.add(manager);

            assertThat(manager.loadAll(set).isClean()).isTrue();

            assertThat(refusals)
                    .hasSize(3)
                    .allSatisfy(refusal -> assertThat(refusal)
                            .isInstanceOf(ModuleBusyException.class)
                            .hasMessageContaining(": asked for from inside a deployment of it, by a listener;"));
        }
    }

    private ModuleSource above(Path bad) {
        return ModuleSource.module(
                        "module above { requires bot.api; requires base; provides bot.Command with above.Above; }")
                .type("package above; public class Above implements bot.Command { public Above() {"
                        + " if (java.nio.file.Files.exists(java.nio.file.Path.of(\"" + bad + "\")))"
                        + " throw new IllegalStateException(\"bad\"); }"
                        + " public String apply(String text) { return \"above \" + base.Base.word(); } }")
                .dependsOn(host.contractJar())
                .dependsOn(storeys.base("any", ""));
    }

    private LayerManager manager(ReloadOrder order) {
        return host.manager()
                .reloading(ReloadPolicy.standard().order(order))
                .unloading(UnloadPolicy.standard().drainFor(Duration.ofMillis(500)))
                .listener(events::add)
                .build();
    }

    private <T extends LayerEvent> List<T> told(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
