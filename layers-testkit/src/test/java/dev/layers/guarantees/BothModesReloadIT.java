package dev.layers.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.Change;
import dev.layers.DeploymentReport;
import dev.layers.DirectoryWatch;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleInUseException;
import dev.layers.ModuleStartException;
import dev.layers.ReloadPolicy;
import dev.layers.WatchPolicy;
import dev.layers.WatchState;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Directories, files, reloads and dependencies are the same in both modes, but for the bytes that stay. */
class BothModesReloadIT {
    @TempDir
    Path directory;

    static List<ModeHost.Setting> settings() {
        return ModeHost.Setting.all().toList();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void callsDuringReloads_allComeThrough(ModeHost.Setting setting) throws Exception {
        try (ModeHost host = setting.chat(directory, chat -> chat.chat("return text;"));
                LayerManager manager =
                        host.manager().reloading(ReloadPolicy.standard()).build()) {
            LoadedModule module = manager.load(host.jar("chat"));
            UnaryOperator<String> command = host.host().command(module);
            AtomicBoolean done = new AtomicBoolean();
            AtomicLong calls = new AtomicLong();
            CompletableFuture<Void> caller = CompletableFuture.runAsync(() -> {
                while (!done.get()) {
                    assertThat(command.apply("ping")).isEqualTo("ping");
                    calls.incrementAndGet();
                }
            });

            for (int reload = 0; reload < 5; reload++) {
                module.reload();
            }
            done.set(true);

            caller.join();
            assertThat(calls.get()).isPositive();
            assertThat(module.generation()).hasToString("chat#6");
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void directory_isLoadedAsAWhole(ModeHost.Setting setting) throws Exception {
        try (ModeHost host = setting.host(directory, BothModesIT::twoModules);
                LayerManager manager = host.manager().build()) {
            DeploymentReport report = manager.loadAll(host.modules());

            assertThat(report.isClean()).as(report.text()).isTrue();
            assertThat(report.done()).extracting(Change::kind).containsOnly(Change.Kind.LOAD);
            assertThat(manager.modules()).extracting(LoadedModule::name).containsExactlyInAnyOrder("chat", "plain");
            assertThat(BothModesIT.answers(manager, host)).containsExactlyInAnyOrder("plain a", "chat a", "second a");
            assertThat(manager.loadAll(host.modules()).done())
                    .extracting(Change::kind)
                    .containsOnly(Change.Kind.KEEP);
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void file_isApplied(ModeHost.Setting setting) throws Exception {
        try (ModeHost host = setting.host(directory, BothModesIT::twoModules);
                LayerManager manager = host.manager().build()) {
            Path file = wanting("chat", "plain");

            assertThat(manager.plan(file).isEmpty()).isFalse();
            DeploymentReport both = manager.apply(file);
            assertThat(both.isClean()).as(both.text()).isTrue();
            assertThat(manager.plan(file).isEmpty()).isTrue();
            wanting("plain");
            DeploymentReport one = manager.apply(file);

            assertThat(one.isClean()).as(one.text()).isTrue();
            assertThat(one.unloads())
                    .extracting(report -> report.generation().module())
                    .containsExactly("chat");
            assertThat(BothModesIT.answers(manager, host)).containsExactly("plain a");
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void directory_isWatched(ModeHost.Setting setting) throws Exception {
        try (ModeHost host = setting.host(directory, BothModesIT::twoModules);
                LayerManager manager = host.manager().build();
                DirectoryWatch watch =
                        manager.watch(host.modules(), WatchPolicy.standard().quietFor(Duration.ofMillis(50)))) {
            DeploymentReport first = watch.first().get(1, TimeUnit.MINUTES);

            assertThat(first.isClean()).as(first.text()).isTrue();
            assertThat(watch.state()).isEqualTo(WatchState.WATCHING);
            assertThat(watch.pending().isEmpty()).isTrue();
            assertThat(BothModesIT.answers(manager, host)).containsExactlyInAnyOrder("plain a", "chat a", "second a");
        }
    }

    /** Writes a file that wants modules of the directory. */
    private Path wanting(String... names) throws IOException {
        String modules = Stream.of(names)
                .map(name -> "{\"name\": \"" + name + "\", \"source\": \"modules/" + name + ".jar\"}")
                .collect(Collectors.joining(", "));
        return Files.writeString(directory.resolve("modules.json"), "{\"modules\": [" + modules + "]}");
    }

    @ParameterizedTest
    @MethodSource("settings")
    void moduleThatOthersRequire_isNotUnloadedBeforeThem(ModeHost.Setting setting) throws Exception {
        try (ModeHost host = setting.host(directory, BothModesReloadIT::requiring);
                LayerManager manager = host.manager().build()) {
            LoadedModule words = manager.load(host.jar("words"));
            LoadedModule chat = manager.load(host.jar("chat"));
            UnaryOperator<String> command = host.host().command(chat);
            assertThat(command.apply("ping")).isEqualTo("ping!");

            assertThatThrownBy(words::unload).isInstanceOf(ModuleInUseException.class);
            words.reload();

            assertThat(chat.generation()).hasToString("chat#2");
            assertThat(command.apply("ping")).isEqualTo("ping!");
            assertThat(words.unloadWithDependents())
                    .extracting(report -> report.generation().module())
                    .containsExactly("chat", "words");
        }
    }

    private static Map<String, ModuleSource> requiring(TestHost host) {
        ModuleSource words = ModuleSource.module(
                        "module words { requires bot.api; exports words;" + " provides bot.Command with words.Loud; }")
                .type("package words; public class Loud implements bot.Command {"
                        + " public static String loud(String text) { return text + \"!\"; }"
                        + " public String apply(String text) { return loud(text); } }")
                .dependsOn(host.contractJar());
        ModuleSource chat = ModuleSource.module(
                        "module chat { requires bot.api; requires words; provides bot.Command with acme.Chat; }")
                .type("package acme; public class Chat implements bot.Command { public String apply(String text) {"
                        + " return words.Loud.loud(text); } }")
                .dependsOn(host.contractJar())
                .dependsOn(words);
        return Map.of("words", words, "chat", chat);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void stateAndProbe_areAskedForAtAReload(ModeHost.Setting setting) throws Exception {
        try (ModeHost host = setting.chat(directory, chat -> chat.lifecycle("""
                        int count;
                        int generation;
                        public void start(ModuleContext context) {
                            generation = context.generation();
                            count = context.handedOver().map(state -> state.value(Integer.class)).orElse(0);
                        }
                        public void probe() {
                            if (generation == 3 || generation == 4) throw new IllegalStateException("not fit");
                        }
                        public Object handOver() { return count; }
                        public String apply(String text) { return "" + ++count; }
                        """));
                LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(host.jar("chat"));
            UnaryOperator<String> command = host.host().command(module);
            assertThat(command.apply("")).isEqualTo("1");
            module.reload();
            assertThat(command.apply("")).isEqualTo("2");

            assertThatThrownBy(module::reload)
                    .isInstanceOf(ModuleStartException.class)
                    .hasMessageContaining("probe of 'acme.Chat' failed: java.lang.IllegalStateException: not fit");
            assertThat(command.apply("")).isEqualTo("3");
        }
    }
}
