package dev.layers.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layers.Change;
import dev.layers.DeploymentReport;
import dev.layers.DirectoryWatch;
import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ManagerMode;
import dev.layers.ModuleCallException;
import dev.layers.ModuleStartException;
import dev.layers.ProviderCreationException;
import dev.layers.ReloadPolicy;
import dev.layers.RunningCalls;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.Verdict;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is different where modules are linked: nothing is loaded anew, and nothing goes. */
class LinkedIT {
    private static final String COUNTING = """
            static int generations;
            bot.Journal journal;
            public void start(ModuleContext context) {
                generations++;
                if (Boolean.getBoolean("acme.fails")) throw new IllegalStateException("no room");
                journal = context.service(bot.Journal.class);
                journal.accept("start " + context.generation());
            }
            public void beforeUnload(UnloadContext context) { journal.accept("stop " + context.reason()); }
            public String apply(String text) {
                return generations + (getClass().getClassLoader() == bot.Command.class.getClassLoader() ? " linked" : "");
            }
            """;

    @TempDir
    Path directory;

    private final ConcurrentLinkedQueue<LayerEvent> events = new ConcurrentLinkedQueue<>();

    static Stream<TestHost.Kind> kinds() {
        return ModeHost.Setting.all()
                .filter(setting -> setting.mode() == ManagerMode.LINKED)
                .map(ModeHost.Setting::kind);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void verdict_isKnownAtOnce(TestHost.Kind kind) throws Exception {
        try (ModeHost host = linked(kind).chat(directory, chat -> chat.chat("return text;"));
                LayerManager manager = host.manager().listener(events::add).build()) {
            UnloadReport report = manager.load(host.jar("chat")).unload();

            assertThat(report.outcome()).isEqualTo(UnloadReport.Outcome.RELEASED);
            assertThat(report.known())
                    .contains(new Verdict.Unconfirmed(Duration.ZERO, "linked modules stay in the application"));
            assertThat(report.collected()).isCompletedExceptionally();
            assertThat(report.text())
                    .startsWith("chat#1 unloaded (UNLOAD, linked): UNCONFIRMED after 0 ms: linked modules stay in the"
                            + " application\n  drain ");
            assertThat(report.origin().artifact()).startsWith("file:/").endsWith("/modules/chat.jar");
            assertThat(report.origin().digest()).isEmpty();
            assertThat(manager.load(host.jar("chat")).unload()).isNotEqualTo(report);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void unloadAskedAgain_tellsTheSame(TestHost.Kind kind) throws Exception {
        try (ModeHost host = linked(kind).chat(directory, chat -> chat.chat("return text;"));
                LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(host.jar("chat"));

            UnloadReport report = module.unload();

            assertThat(module.unload()).isSameAs(report);
            assertThat(module.reports()).containsExactly(report);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void reload_stopsFirstAndKeepsStatics(TestHost.Kind kind) throws Exception {
        try (ModeHost host = linked(kind).chat(directory, chat -> chat.lifecycle(COUNTING));
                LayerManager manager =
                        host.manager().reloading(ReloadPolicy.standard()).build()) {
            LoadedModule module = manager.load(host.jar("chat"));
            UnaryOperator<String> command = host.host().command(module);
            assertThat(command.apply("")).isEqualTo("1 linked");

            UnloadReport report = module.reload();

            assertThat(report.generation()).hasToString("chat#1");
            assertThat(host.host().entries()).containsExactly("start 1", "stop RELOAD", "start 2");
            assertThat(command.apply("")).isEqualTo("2 linked");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void failedReload_isRolledBack(TestHost.Kind kind) throws Exception {
        try (ModeHost host = linked(kind).chat(directory, LinkedIT::failingOnce);
                LayerManager manager = host.manager().listener(events::add).build()) {
            LoadedModule module = manager.load(host.jar("chat"));
            UnaryOperator<String> command = host.host().command(module);

            assertThatThrownBy(module::reload).isInstanceOf(ModuleStartException.class);

            assertThat(command.apply("ping")).isEqualTo("ping from 3");
            assertThat(events)
                    .filteredOn(LayerEvent.RolledBack.class::isInstance)
                    .singleElement()
                    .asString()
                    .contains("no room");
        }
    }

    private static ModuleSource failingOnce(TestHost host) {
        return host.lifecycle("""
                int generation;
                public void start(ModuleContext context) {
                    generation = context.generation();
                    if (generation == 2) throw new IllegalStateException("no room");
                }
                public String apply(String text) { return text + " from " + generation; }
                """);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void module_isFoundByDescriptorOrByFile(TestHost.Kind kind) throws Exception {
        try (ModeHost host = linked(kind).host(directory, bot -> Map.of("smalltalk", bot.chat("return text;")));
                LayerManager manager = host.manager().build()) {
            Path copy = host.host().chat("return null;").toJar(directory.resolve("elsewhere/whatever.jar"));
            Path classes = host.host().chat("return null;").toDirectory(directory.resolve("classes"));

            for (Path asked : List.of(
                    copy,
                    classes,
                    Path.of("chat"),
                    Path.of("absent/chat.jar"),
                    Path.of("absent/chat-1.0.jar"),
                    Path.of("absent/smalltalk.jar"))) {
                LoadedModule module = manager.load(asked);
                assertThat(module.name()).as(asked.toString()).isEqualTo("chat");
                assertThat(module.unload().outcome()).isEqualTo(UnloadReport.Outcome.RELEASED);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsNotLinked_isRefusedByName(TestHost.Kind kind) throws Exception {
        try (ModeHost host = linked(kind).chat(directory, chat -> chat.chat("return text;"));
                LayerManager manager = host.manager().listener(events::add).build()) {
            Path absent = directory.resolve("absent.jar");
            String refused = "L034 " + absent + ": its module is not linked into the application; wanted one of the"
                    + " modules that are linked: 'chat'; put it on the module path or the class path of the"
                    + " application, or start that with -Ddev.layers.mode=layered";

            assertThatThrownBy(() -> manager.load(absent)).hasMessage(refused);

            assertThat(manager.check(absent).isAccepted()).isFalse();
            assertThat(manager.check(host.jar("chat")).isAccepted()).isTrue();
            assertThat(events)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            LayerEvent.LoadFailed.class,
                            failed -> assertThat(failed.reason()).isEqualTo(refused));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void callsOfAnotherManager_areNotWaitedFor(TestHost.Kind kind) throws Exception {
        UnloadPolicy impatient =
                UnloadPolicy.standard().drainFor(Duration.ofMillis(100)).onRunningCalls(RunningCalls.REOPEN);
        try (ModeHost host = linked(kind).chat(directory, LinkedIT::waiting);
                LayerManager busy = host.manager().build();
                LayerManager idle = host.manager().unloading(impatient).build()) {
            UnaryOperator<String> command = host.host().command(busy.load(host.jar("chat")));
            LoadedModule other = idle.load(host.jar("chat"));
            CountDownLatch entered = (CountDownLatch) host.host().entries().get(0);
            CompletableFuture<String> call = CompletableFuture.supplyAsync(() -> command.apply("wait"));
            entered.await();

            UnloadReport report = other.unload();

            assertThat(report.outcome()).isEqualTo(UnloadReport.Outcome.RELEASED);
            assertThat(call).isNotDone();
            host.host().openLatches();
            assertThat(call.orTimeout(1, TimeUnit.MINUTES).join()).isEqualTo("wait");
        }
    }

    private static ModuleSource waiting(TestHost host) {
        return host.lifecycle("""
                java.util.concurrent.CountDownLatch entered = new java.util.concurrent.CountDownLatch(1);
                java.util.concurrent.CountDownLatch end = new java.util.concurrent.CountDownLatch(1);
                public void start(ModuleContext context) {
                    context.service(bot.Journal.class).accept(entered);
                    context.service(bot.Journal.class).accept(end);
                }
                public String apply(String text) {
                    entered.countDown();
                    try { end.await(); } catch (InterruptedException stop) { return "stopped"; }
                    return text;
                }
                """);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void wantedFile_isMatchedByNames(TestHost.Kind kind) throws Exception {
        Path file = Files.writeString(directory.resolve("modules.json"), """
                {"modules": [
                    {"name": "chat", "source": "absent/whatever.jar", "sha256": "%s"},
                    {"name": "mail", "source": "maven:org.acme:mail:1.0"}
                ]}""".formatted("0".repeat(64)));
        try (ModeHost host = linked(kind).chat(directory, chat -> chat.chat("return text;"));
                LayerManager manager = host.manager().build()) {
            DeploymentReport report = manager.apply(file);

            assertThat(report.done()).singleElement().satisfies(change -> {
                assertThat(change.kind()).isEqualTo(Change.Kind.LOAD);
                assertThat(change.module()).isEqualTo("chat");
                assertThat(change.to()).isEmpty();
            });
            assertThat(report.failures()).singleElement().satisfies(failure -> {
                assertThat(failure.change().kind()).isEqualTo(Change.Kind.REFUSE);
                assertThat(failure.reason())
                        .isEqualTo(
                                "L034 module 'mail': its module is not linked into the application; wanted one of the modules that"
                                        + " are linked: 'chat'; put it on the module path or the class path of the application,"
                                        + " or start that with -Ddev.layers.mode=layered");
            });
            assertThat(report.text()).startsWith("+ chat from absent/whatever.jar\n! refused: ");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void workingDirectory_isNotLookedInto(TestHost.Kind kind) throws Exception {
        Path misleading = Files.createDirectories(Path.of("corner"));
        Path file = Files.writeString(
                directory.resolve("modules.json"),
                "{\"modules\": [{\"name\": \"corner\", \"source\": \"corner.jar\"}]}");
        try (ModeHost host = linked(kind).host(directory, bot -> Map.of("corner", plain(bot, "corner")));
                LayerManager all = host.manager().build();
                LayerManager applying = host.manager().build();
                LayerManager watching = host.manager().build()) {
            plain(host.host(), "other").toJar(misleading.resolve("other.jar"));

            assertThat(all.loadAll(directory).isClean()).isTrue();
            assertThat(applying.apply(file).isClean()).isTrue();
            assertThat(watching.watch(directory)
                            .first()
                            .get(1, TimeUnit.MINUTES)
                            .isClean())
                    .isTrue();

            for (LayerManager manager : List.of(all, applying, watching)) {
                assertThat(manager.modules()).extracting(LoadedModule::name).containsExactly("corner");
            }
        } finally {
            Files.deleteIfExists(misleading.resolve("other.jar"));
            Files.delete(misleading);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void otherVersionOfWhatIsRequired_isRefused(TestHost.Kind kind) throws Exception {
        Path file = Files.writeString(directory.resolve("modules.json"), """
                {"modules": [
                    {"name": "one", "source": "one.jar"},
                    {"name": "two", "source": "two.jar", "requires": {"one": "[9,10)", "absent": "1"}}
                ]}""");
        try (ModeHost host = linked(kind).host(directory, LinkedIT::withOneAndTwo);
                LayerManager manager = host.manager().build()) {
            DeploymentReport report = manager.apply(file);

            assertThat(report.text().lines().toList()).hasSize(2);
            assertThat(report.text())
                    .contains(
                            "! refused: two: L047 module 'two': requires 'one', which is linked as version 1.0; wanted"
                                    + " version [9,10) of module 'one'; load a version that lies in the range, or change the"
                                    + " range in the options of the load");
            Files.writeString(file, Files.readString(file).replace("[9,10)", "[1,2)"));
            assertThat(manager.apply(file).isClean()).isTrue();
        }
    }

    private static Map<String, ModuleSource> withOneAndTwo(TestHost host) {
        ModuleSource one = plain(host, "one").version("1.0");
        ModuleSource two = ModuleSource.module(
                        "module two { requires bot.api; requires one; provides bot.Command with two.Plain; }")
                .type("package two; public class Plain implements bot.Command {"
                        + " public String apply(String text) { return text; } }")
                .dependsOn(host.contractJar())
                .dependsOn(one);
        return Map.of("one", one, "two", two);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void directoryThatIsNotThere_isWatchedAllTheSame(TestHost.Kind kind) throws Exception {
        Path absent = directory.resolve("absent");
        try (ModeHost host = linked(kind).chat(directory, chat -> chat.chat("return text;"));
                LayerManager manager = host.manager().listener(events::add).build();
                DirectoryWatch watch = manager.watch(absent)) {
            assertThat(watch.first().get(1, TimeUnit.MINUTES).isClean()).isTrue();

            assertThat(manager.modules()).extracting(LoadedModule::name).containsExactly("chat");
            assertThat(manager.loadAll(absent).text()).isEqualTo("= chat");
            assertThat(watch.text()).startsWith("Directory '" + absent + "': WATCHING, AUTOMATIC\n  linked modules\n");
            assertThat(events).noneMatch(LayerEvent.WatchTroubled.class::isInstance);
        }
    }

    @Test
    void exceptionsOfAnOwnLibrary_areTheModules() throws Exception {
        assumeTrue(kinds().anyMatch(TestHost.Kind.MODULE_PATH::equals), "Nothing here is on a module path");
        ModeHost.Setting setting = linked(TestHost.Kind.MODULE_PATH);
        try (ModeHost host = setting.host(directory, LinkedIT::withLibrary);
                LayerManager manager = host.manager().build()) {
            UnaryOperator<String> command = host.host().command(manager.load(host.jar("chat")));

            assertThatThrownBy(() -> command.apply("")).isExactlyInstanceOf(ModuleCallException.class);
        }
    }

    private static Map<String, ModuleSource> withLibrary(TestHost host) {
        ModuleSource library = ModuleSource.module("module lib { exports lib; }")
                .type("package lib; public class Lost extends RuntimeException {}");
        ModuleSource chat = ModuleSource.module(
                        "module chat { requires bot.api; requires lib; provides bot.Command with acme.Chat; }")
                .type("package acme; public class Chat implements bot.Command { public String apply(String text) {"
                        + " throw new lib.Lost(); } }")
                .dependsOn(host.contractJar())
                .dependsOn(library);
        return Map.of("lib", library, "chat", chat);
    }

    @Test
    void providerMethodsThatNobodyCanTellApart_areRefused() throws Exception {
        assumeTrue(kinds().anyMatch(TestHost.Kind.MODULE_PATH::equals), "Nothing here is on a module path");
        ModeHost.Setting setting = linked(TestHost.Kind.MODULE_PATH);
        try (ModeHost host = setting.host(
                        directory, bot -> Map.of("one", methodical(bot, "one"), "two", methodical(bot, "two")));
                LayerManager manager = host.manager().build()) {
            assertThatThrownBy(() -> manager.load(host.jar("one")))
                    .isInstanceOf(ProviderCreationException.class)
                    .hasMessageContaining(
                            "bot.Command: provider methods of module 'one' and of another module return the"
                                    + " same type, so nobody can tell their providers apart; let 'provider()' return a class of"
                                    + " the module");
        }
    }

    private static ModuleSource plain(TestHost host, String name) {
        return ModuleSource.module(
                        "module " + name + " { requires bot.api; provides bot.Command with " + name + ".Plain; }")
                .type("package " + name + "; public class Plain implements bot.Command {"
                        + " public String apply(String text) { return text; } }")
                .dependsOn(host.contractJar());
    }

    private static ModuleSource methodical(TestHost host, String name) {
        return ModuleSource.module(
                        "module " + name + " { requires bot.api; provides bot.Command with " + name + ".Maker; }")
                .type("package " + name + "; public class Maker { public static bot.Command provider() {"
                        + " return text -> text; } }")
                .dependsOn(host.contractJar());
    }

    @Test
    void classPath_namesItsArtifactsAsTheJdkWould() throws Exception {
        TestHost compiling = TestHost.create(TestHost.Kind.CLASS_PATH, directory);
        ModuleSource plain = ModuleSource.plain()
                .type("package plain; public class Plain implements bot.Command { public String apply(String text) {"
                        + " return text; } }")
                .service("bot.Command", "plain.Plain")
                .dependsOn(compiling.contractJar());
        Path[] artifacts = {
            compiling.chat("return text;").toJar(directory.resolve("modular.jar")),
            plain.toJar(directory.resolve("plain-talk-1.2.jar")),
            plain.toJar(directory.resolve("other/plain-talk.jar")),
            plain.manifest("Automatic-Module-Name", "plain.named").toJar(directory.resolve("named.jar")),
            plain.toDirectory(directory.resolve("plain-classes")),
        };
        compiling.close();

        try (TestHost host = TestHost.linking(TestHost.Kind.CLASS_PATH, compiling.contractJar(), artifacts);
                LayerManager manager = LayerManager.linked(host.contract()).build()) {
            for (String name : List.of("chat", "plain.talk", "plain.talk2", "plain.named", "plain.classes")) {
                assertThat(manager.load(Path.of(name)).name()).isEqualTo(name);
            }
            assertThatThrownBy(() -> manager.load(Path.of("more")))
                    .hasMessageContaining(
                            ": 'chat', 'plain.classes', 'plain.named', 'plain.talk', 'plain.talk2'; put it");
        }
    }

    @Test
    void modulesOfAnEmptyHost_areNone() throws Exception {
        try (TestHost host = TestHost.create(TestHost.Kind.CLASS_PATH, directory);
                LayerManager manager = LayerManager.linked(host.contract()).build()) {
            assertThatThrownBy(() -> manager.load(Path.of("chat")))
                    .hasMessageContaining("wanted one of the modules that are linked: none, for none that provides a"
                            + " service is; put it on the module path");
        }
    }

    private static ModeHost.Setting linked(TestHost.Kind kind) {
        return new ModeHost.Setting(ManagerMode.LINKED, kind);
    }
}
