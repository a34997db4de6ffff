package dev.layers.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleCallException;
import dev.layers.ModuleNameTakenException;
import dev.layers.ModuleStartException;
import dev.layers.ModuleState;
import dev.layers.ModuleUnloadedException;
import dev.layers.ProviderCreationException;
import dev.layers.References;
import dev.layers.RunningCalls;
import dev.layers.StepReport;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.UnloadStep;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a host sees is the same, whether its modules are loaded into layers or linked into it. */
class BothModesIT {
    private static final String ECHO = "public String apply(String text) { return text; }";

    @TempDir
    Path directory;

    static List<ModeHost.Setting> settings() {
        return ModeHost.Setting.all().toList();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void services_areFoundInEveryWay(ModeHost.Setting setting) throws Exception {
        try (ModeHost host = setting.host(directory, BothModesIT::twoModules);
                LayerManager manager = host.manager().build()) {
            LoadedModule plain = manager.load(host.jar("plain"));
            LoadedModule chat = manager.load(host.jar("chat"));

            assertThat(manager.mode()).isEqualTo(setting.mode());
            assertThat(manager.modules()).containsExactly(plain, chat);
            assertThat(manager.module("chat")).contains(chat);
            assertThat(chat.state()).isEqualTo(ModuleState.ACTIVE);
            assertThat(chat.generation()).hasToString("chat#1");
            assertThat(answers(manager, host)).containsExactly("plain a", "chat a", "second a");
            assertThat(host.host().commands(chat)).hasSize(2);
            assertThat(chat.service(host.host().commandType()))
                    .isSameAs(chat.services(host.host().commandType()).get(0))
                    .hasToString("reference to acme.Chat of chat#1");
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void secondLoadOfAName_isRefused(ModeHost.Setting setting) throws Exception {
        try (ModeHost host = setting.chat(directory, chat -> chat.chat("return text;"));
                LayerManager manager = host.manager().build()) {
            manager.load(host.jar("chat"));

            assertThatThrownBy(() -> manager.load(host.jar("chat")))
                    .isInstanceOf(ModuleNameTakenException.class)
                    .hasMessageStartingWith("Module 'chat' from " + host.jar("chat") + ": 'chat#1' from ");
            assertThat(manager.check(host.jar("chat")).isAccepted()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void exceptions_crossByValue(ModeHost.Setting setting) throws Exception {
        try (ModeHost host = setting.chat(directory, BothModesIT::throwing);
                LayerManager manager = host.manager().build()) {
            UnaryOperator<String> command = host.host().command(manager.load(host.jar("chat")));

            assertThatThrownBy(() -> command.apply("own"))
                    .isExactlyInstanceOf(ModuleCallException.class)
                    .hasMessage("acme.Own: lost");
            assertThatThrownBy(() -> command.apply("state"))
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessage("out of order");
        }
    }

    private static ModuleSource throwing(TestHost host) {
        return host.chat("throw text.equals(\"own\") ? new Own() : new IllegalStateException(\"out of order\");")
                .type("package acme; public class Own extends RuntimeException { public Own() { super(\"lost\"); } }");
    }

    @ParameterizedTest
    @MethodSource("settings")
    void values_crossByTheSameRules(ModeHost.Setting setting) throws Exception {
        try (ModeHost host = setting.chat(directory, BothModesIT::telling);
                LayerManager manager = host.manager(host.host().guarded()).build()) {
            LoadedModule module = manager.load(host.jar("chat"));
            UnaryOperator<String> command = host.host().command(module);

            assertThat(command.apply("record")).startsWith("dev.layers.ValueRefusedException: Module 'chat#1': ");
            assertThat(command.apply("callback")).isEqualTo("told");

            Runnable callback = (Runnable) host.host().entries().get(0);
            callback.run();
            assertThat(command.apply("ran")).isEqualTo("1");
            module.unload();
            assertThatThrownBy(callback::run).isInstanceOf(ModuleUnloadedException.class);
            assertThat(References.isStale(callback)).isTrue();
        }
    }

    /** Tells the journal a record of its own and a callback. */
    private static ModuleSource telling(TestHost host) {
        return host.lifecycle("""
                        bot.Journal journal;
                        int runs;
                        public void start(ModuleContext context) { journal = context.service(bot.Journal.class); }
                        public String apply(String text) {
                            try {
                                switch (text) {
                                    case "record": journal.accept(new Memo("mine")); return "told";
                                    case "callback": journal.accept((Runnable) () -> runs++); return "told";
                                    default: return "" + runs;
                                }
                            } catch (RuntimeException refused) {
                                return refused.toString();
                            }
                        }
                        """).type("package acme; public record Memo(String text) {}");
    }

    @ParameterizedTest
    @MethodSource("settings")
    void hooksAndRegistrations_runOnceAndInReverse(ModeHost.Setting setting) throws Exception {
        try (ModeHost host = setting.chat(directory, chat -> chat.lifecycle(ECHO + """
                        bot.Journal journal;
                        public void start(ModuleContext context) throws Exception {
                            journal = context.service(bot.Journal.class);
                            journal.accept("start " + context.name() + "#" + context.generation());
                            context.onUnload(() -> journal.accept("first"));
                            context.onUnload(() -> journal.accept("second"));
                            java.nio.file.Files.createFile(context.temporaryDirectory().resolve("draft"));
                            journal.accept(context.temporaryDirectory());
                        }
                        public void beforeUnload(UnloadContext context) { journal.accept("stop " + context.reason()); }
                        """));
                LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(host.jar("chat"));
            Path temporary = (Path) host.host().entries().get(1);
            assertThat(temporary.resolve("draft")).exists();

            UnloadReport report = module.unload();

            assertThat(report.findings()).isEmpty();
            assertThat(host.host().entries())
                    .containsExactly("start chat#1", temporary, "stop UNLOAD", "second", "first");
            assertThat(temporary).doesNotExist();
            assertThat(report.steps()).extracting(StepReport::step).containsExactly(UnloadStep.values());
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void managedThreads_endWithTheModule(ModeHost.Setting setting) throws Exception {
        try (ModeHost host = setting.chat(directory, BothModesIT::working);
                LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(host.jar("chat"));
            CountDownLatch running = (CountDownLatch) host.host().entries().get(0);
            running.await();

            UnloadReport report = module.unload();

            assertThat(report.findings()).isEmpty();
            assertThat(host.host().entries()).contains("interrupted");
        }
    }

    private static ModuleSource working(TestHost host) {
        return host.lifecycle(ECHO + """
                        public void start(ModuleContext context) {
                            bot.Journal journal = context.service(bot.Journal.class);
                            java.util.concurrent.CountDownLatch running = new java.util.concurrent.CountDownLatch(1);
                            journal.accept(running);
                            context.executor().execute(() -> {
                                running.countDown();
                                try {
                                    new java.util.concurrent.CountDownLatch(1).await();
                                } catch (InterruptedException stop) {
                                    journal.accept("interrupted");
                                }
                            });
                        }
                        """);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void stubbornManagedThread_isNamed(ModeHost.Setting setting) throws Exception {
        UnloadPolicy impatient = UnloadPolicy.standard().threadsFor(Duration.ofMillis(100));
        try (ModeHost host = setting.chat(directory, chat -> chat.lifecycle(ECHO + """
                        public void start(ModuleContext context) {
                            bot.Journal journal = context.service(bot.Journal.class);
                            java.util.concurrent.CountDownLatch end = new java.util.concurrent.CountDownLatch(1);
                            journal.accept(end);
                            context.threadFactory().newThread(() -> {
                                while (end.getCount() > 0) {
                                    try { end.await(); } catch (InterruptedException ignored) { }
                                }
                            }).start();
                        }
                        """));
                LayerManager manager = host.manager().unloading(impatient).build()) {
            LoadedModule module = manager.load(host.jar("chat"));

            UnloadReport report = module.unload();

            assertThat(report.findings()).singleElement().asString().startsWith("still runs: thread 'chat#1-1' (");
            host.host().openLatches();
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void failedStart_leavesTheManagerUsable(ModeHost.Setting setting) throws Exception {
        try (ModeHost host = setting.chat(directory, BothModesIT::failingByProperty);
                LayerManager manager = host.manager().build()) {
            System.setProperty("acme.fails", "start");
            assertThatThrownBy(() -> manager.load(host.jar("chat")))
                    .isInstanceOf(ModuleStartException.class)
                    .hasMessage("Module 'chat': start hook of 'acme.Chat' failed: java.lang.IllegalStateException: no"
                            + " room at acme.Chat.fail(Chat.java:1)");
            System.setProperty("acme.fails", "creation");
            assertThatThrownBy(() -> manager.load(host.jar("chat")))
                    .isInstanceOf(ProviderCreationException.class)
                    .hasMessage("Module 'chat': creating 'acme.Chat' failed: java.lang.IllegalStateException: no room"
                            + " at acme.Chat.fail(Chat.java:1)");
            System.clearProperty("acme.fails");

            LoadedModule module = manager.load(host.jar("chat"));

            assertThat(module.generation()).hasToString("chat#3");
            assertThat(host.host().command(module).apply("ping")).isEqualTo("ping");
        } finally {
            System.clearProperty("acme.fails");
        }
    }

    private static ModuleSource failingByProperty(TestHost host) {
        return host.lifecycle(
                ECHO
                        + " public Chat() { fail(\"creation\"); }"
                        + " public void start(ModuleContext context) { fail(\"start\"); }"
                        + " static void fail(String where) {"
                        + " if (where.equals(System.getProperty(\"acme.fails\"))) throw new IllegalStateException(\"no room\"); }");
    }

    @ParameterizedTest
    @MethodSource("settings")
    void unloadedModule_takesNoCallsUntilItIsLoadedAgain(ModeHost.Setting setting) throws Exception {
        try (ModeHost host = setting.chat(directory, chat -> chat.chat("return text;"));
                LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(host.jar("chat"));
            UnaryOperator<String> command = host.host().command(module);

            module.unload();

            assertThatThrownBy(() -> command.apply("ping")).isInstanceOf(ModuleUnloadedException.class);
            assertThat(manager.modules()).isEmpty();
            LoadedModule again = manager.load(host.jar("chat"));
            assertThat(again.generation()).hasToString("chat#2");
            assertThat(host.host().command(again).apply("ping")).isEqualTo("ping");
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void runningCall_isWaitedForAndMayRefuseTheUnload(ModeHost.Setting setting) throws Exception {
        UnloadPolicy patient =
                UnloadPolicy.standard().drainFor(Duration.ofMillis(100)).onRunningCalls(RunningCalls.REOPEN);
        try (ModeHost host = setting.chat(directory, BothModesIT::waiting);
                LayerManager manager = host.manager().unloading(patient).build()) {
            LoadedModule module = manager.load(host.jar("chat"));
            UnaryOperator<String> command = host.host().command(module);
            CountDownLatch entered = (CountDownLatch) host.host().entries().get(0);
            CompletableFuture<String> call = CompletableFuture.supplyAsync(() -> command.apply("wait"));
            entered.await();

            UnloadReport refused = module.unload();

            assertThat(refused.outcome()).isEqualTo(UnloadReport.Outcome.REFUSED);
            assertThat(refused.findings()).singleElement().asString().startsWith("a call still runs: thread '");
            assertThat(command.apply("ping")).isEqualTo("ping");
            host.host().openLatches();
            assertThat(call.orTimeout(1, TimeUnit.MINUTES).join()).isEqualTo("wait");
            assertThat(module.unload().outcome()).isEqualTo(UnloadReport.Outcome.RELEASED);
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
                            if (text.equals("wait")) {
                                entered.countDown();
                                try { end.await(); } catch (InterruptedException stop) { return "stopped"; }
                            }
                            return text;
                        }
                        """);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void close_stopsEverything(ModeHost.Setting setting) throws Exception {
        try (ModeHost host = setting.chat(directory, chat -> chat.lifecycle(ECHO + """
                        bot.Journal journal;
                        public void start(ModuleContext context) { journal = context.service(bot.Journal.class); }
                        public void beforeUnload(UnloadContext context) { journal.accept("stop " + context.reason()); }
                        """))) {
            LayerManager manager = host.manager().build();
            LoadedModule module = manager.load(host.jar("chat"));

            manager.close();

            assertThat(host.host().entries()).containsExactly("stop SHUTDOWN");
            assertThat(module.state()).isEqualTo(ModuleState.UNLOADED);
            assertThatThrownBy(() -> manager.load(host.jar("chat"))).isInstanceOf(IllegalStateException.class);
        }
    }

    /** Returns what all commands say to {@code a}, in the order of loading. */
    @SuppressWarnings("unchecked")
    static List<String> answers(LayerManager manager, ModeHost host) {
        return ((List<UnaryOperator<String>>) manager.services(host.host().commandType()))
                .stream().map(command -> command.apply("a")).toList();
    }

    /** Returns a modular jar with two commands and a plain one with one. */
    static Map<String, ModuleSource> twoModules(TestHost host) {
        ModuleSource chat = ModuleSource.module(
                        "module chat { requires bot.api; provides bot.Command with acme.Chat, acme.Second; }")
                .type("package acme; class Own {}")
                .type("package acme; public class Chat implements bot.Command { public String apply(String text) {"
                        + " return \"chat \" + text; } }")
                .type("package acme; public class Second { public static bot.Command provider() {"
                        + " return text -> \"second \" + text; } }")
                .dependsOn(host.contractJar());
        ModuleSource plain = ModuleSource.plain()
                .type("package other; public class Plain implements bot.Command { public String apply(String text) {"
                        + " return \"plain \" + text; } }")
                .service("bot.Command", "other.Plain")
                .dependsOn(host.contractJar());
        return Map.of("chat", chat, "plain", plain);
    }
}
