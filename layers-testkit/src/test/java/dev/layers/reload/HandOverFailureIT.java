package dev.layers.reload;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleStartException;
import dev.layers.RefusedState;
import dev.layers.ReloadPolicy;
import dev.layers.ReloadRefusedException;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** State that does not come through is lost and told, or fails the reload, as the policy says. */
@Timeout(300)
class HandOverFailureIT {
    private static final ReloadPolicy FAIL = ReloadPolicy.standard().onRefusedState(RefusedState.FAIL);

    /** Starts with whatever it is given. */
    private static final String TAKING = """
            public void start(ModuleContext context) {
                begin(context);
                journal.accept("start " + generation + context.handedOver().map(each -> each.value(Object.class)));
            }
            public void beforeUnload(UnloadContext context) { journal.accept("end " + generation); }
            """;

    /** Fails with what it is given. */
    private static final String REFUSING = """
            static int starts;
            public void start(ModuleContext context) throws Exception {
                begin(context);
                journal.accept("start " + generation + " of " + ++starts);
                if (context.handedOver().isPresent()) {
                    throw new HandOverRefusedException("version 1 is too old");
                }
            }
            """;

    @TempDir
    Path directory;

    private StateHost host;

    @BeforeEach
    void host() {
        host = StateHost.create(directory);
    }

    @AfterEach
    void end() {
        host.openLatches();
    }

    @Test
    @DisplayName("G17 G26 What is no value is refused with the place where it is, and the successor starts fresh")
    void whatIsNoValue_isLostAndTold() {
        Map<String, String> bodies = new LinkedHashMap<>();
        String called =
                ": it is there to be called, and goes with its generation; hand over what it takes to make another"
                        + " one";
        String ending = ": it ends with its generation; hand over what is in it, as a list or an array";
        String own = ": its class is no value of the contract; use a record of the contract or a simple value such as"
                + " String";
        bodies.put("return this;", "returned a value of class 'acme.Chat'" + called);
        bodies.put("return new Mine(1);", "returned a value of class 'acme.Chat$Mine'" + own);
        bodies.put("return journal;", "returned a value of class '");
        bodies.put(
                "return new Box(Map.of(\"a\", List.of(1, new Mine(2))));",
                "returned a value of class 'acme.Chat$Mine' in component 'content' of 'bot.Box', value of entry 1, element"
                        + " 2" + own);
        bodies.put("return List.of(1).stream();", "returned a value of class 'ReferencePipeline.Head'" + ending);
        bodies.put("return new CompletableFuture<>();", "returned a value of class 'CompletableFuture'" + ending);
        bodies.put(
                "return new Mine[0];",
                "returned a value of class 'acme.Chat$Mine[]': the class of its elements is no value of the contract; use"
                        + " an array of a type of the contract");
        bodies.put(
                "return Mine.class;",
                "returned a value of class 'Class': 'acme.Chat$Mine' is of neither the contract nor the JDK; use its name,"
                        + " as String");
        bodies.put(
                "return new IllegalStateException();",
                "returned a value of class 'IllegalStateException': it holds the stack of its generation; use its text, as"
                        + " String");
        bodies.put(
                "throw new IllegalStateException(\"busy\");",
                "failed: java.lang.IllegalStateException: busy at acme.Chat.handOver(Chat.java:");
        bodies.put(
                "return new AbstractList<Object>() {"
                        + " public Object get(int index) { throw new IllegalStateException(\"odd\"); }"
                        + " public int size() { return 1; } };",
                "failed: java.lang.IllegalStateException: odd at acme.Chat$1.get(Chat.java:");

        try (LayerManager manager = host.manager().build()) {
            host.chat("1", TAKING);
            LoadedModule module = manager.load(host.jar("chat"));
            bodies.forEach((body, reason) -> {
                host.chat("1", TAKING + "record Mine(int number) {} public Object handOver() { " + body + " }");
                assertThat(module.reload()).isClean();
                host.entries();
                host.lost();
                String giver = module.generation().toString();

                assertThat(module.reload()).isClean();

                assertThat(host.entries().get(0)).asString().endsWith("Optional.empty");
                assertThat(host.lost()).singleElement().satisfies(lost -> {
                    assertThat(lost.reason()).startsWith("Module 'chat': handOver of 'acme.Chat' " + reason);
                    assertThat(lost.reason().endsWith(reason) || reason.endsWith(":") || reason.endsWith("'"))
                            .as(lost.reason())
                            .isTrue();
                    assertThat(lost.from()).hasToString(giver);
                    assertThat(lost.origin().artifact())
                            .isEqualTo(host.jar("chat").toString());
                });
            });
        }
    }

    @Test
    @DisplayName(
            "G26 Where state must not be lost, a hook that fails fails the reload, and is asked again by the next one")
    void failure_mayFailTheReload() {
        host.chat("1", TAKING + """
                static int asked;
                public Object handOver() {
                    if (++asked < 3) {
                        throw new IllegalStateException("busy");
                    }
                    return asked;
                }
                """);
        try (LayerManager manager = host.manager().reloading(FAIL).build()) {
            LoadedModule module = manager.load(host.jar("chat"));
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(module::reload)
                        .isInstanceOf(ReloadRefusedException.class)
                        .hasMessageStartingWith("Module 'chat': handOver of 'acme.Chat' failed:"
                                + " java.lang.IllegalStateException: busy at acme.Chat.handOver(Chat.java:")
                        .hasMessageEndingWith("; 'chat#1' serves on");
            }

            assertThat(module.reload()).isClean();

            assertThat(host.events())
                    .filteredOn(LayerEvent.LoadFailed.class::isInstance)
                    .hasSize(2);
            assertThat(host.lost()).isEmpty();
            assertThat(host.entries()).containsExactly("start 1Optional.empty", "start 2Optional[3]", "end 1");
        }
    }

    @Test
    @DisplayName(
            "G26 G34 A successor that fails with what it was given is made anew, with fresh statics, and collected")
    void successorThatFails_isMadeAnewWithNothing() {
        host.chat("1", TAKING + "public Object handOver() { return 5; }");
        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(host.jar("chat"));
            host.entries();
            host.chat("2", REFUSING);

            assertThat(module.reload()).isClean();

            assertThat(module.generation()).hasToString("chat#3");
            assertThat(host.command(module).apply("ping")).isEqualTo("3 ping");
            assertThat(host.entries()).containsExactly("start 2 of 1", "start 3 of 1", "end 1");
            assertThat(host.events())
                    .filteredOn(LayerEvent.Discarded.class::isInstance)
                    .singleElement()
                    .satisfies(event -> {
                        UnloadReport report = ((LayerEvent.Discarded) event).report();
                        assertThat(report.generation()).hasToString("chat#2");
                        assertThat(report).isClean();
                    });
            assertThat(host.lost()).singleElement().satisfies(lost -> {
                assertThat(lost.from()).hasToString("chat#1");
                assertThat(lost.reason())
                        .startsWith("Module 'chat': start hook of 'acme.Chat' failed:"
                                + " dev.layers.module.HandOverRefusedException: version 1 is too old at"
                                + " acme.Chat.start(Chat.java:");
            });
        }
    }

    @Test
    @DisplayName("G26 Where state must not be lost, a successor that fails with it fails the reload")
    void successorThatFails_mayFailTheReload() {
        host.chat("1", TAKING + "public Object handOver() { return generation; }");
        try (LayerManager manager = host.manager().reloading(FAIL).build()) {
            LoadedModule module = manager.load(host.jar("chat"));
            host.chat("2", REFUSING);

            assertThatThrownBy(module::reload)
                    .isInstanceOf(ModuleStartException.class)
                    .hasMessageStartingWith("Module 'chat': start hook of 'acme.Chat' failed:"
                            + " dev.layers.module.HandOverRefusedException: version 1 is too old at");

            assertThat(host.command(module).apply("ping")).isEqualTo("1 ping");
            host.chat("3", TAKING);
            assertThat(module.reload()).isClean();
            assertThat(host.entries())
                    .containsExactly("start 1Optional.empty", "start 2 of 1", "start 3Optional[1]", "end 1");
            assertThat(host.lost()).isEmpty();
        }
    }

    @Test
    @DisplayName("G26 A value of another type than is asked for, and a probe that fails with it, count as refused")
    void otherTypeAndProbe_countAsRefused() {
        host.chat("1", TAKING + "public Object handOver() { return List.of(generation); }");
        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(host.jar("chat"));
            host.chat("2", """
                    static Object given;
                    public void start(ModuleContext context) {
                        begin(context);
                        given = context.handedOver().map(each -> each.value(Map.class)).orElse(null);
                    }
                    public Object handOver() { return "text"; }
                    """);
            assertThat(module.reload()).isClean();
            assertThat(host.lost())
                    .singleElement()
                    .satisfies(lost -> assertThat(lost.reason())
                            .startsWith(
                                    "Module 'chat': start hook of 'acme.Chat' failed: java.lang.ClassCastException: Module 'chat':"
                                            + " 'acme.Chat' of 'chat#1' handed over a 'java.util.ArrayList', asked for as 'java.util.Map'; ask"
                                            + " for a type that it has, or look at its version first at "));
            host.chat("3", """
                    static Object given;
                    public void start(ModuleContext context) {
                        begin(context);
                        given = context.handedOver().orElse(null);
                    }
                    public void probe() {
                        if (given != null) {
                            throw new IllegalStateException("no answer");
                        }
                    }
                    """);
            assertThat(module.reload()).isClean();
            assertThat(host.lost())
                    .singleElement()
                    .satisfies(lost -> assertThat(lost.reason())
                            .startsWith(
                                    "Module 'chat': probe of 'acme.Chat' failed: java.lang.IllegalStateException: no answer at"
                                            + " acme.Chat.probe(Chat.java:"));
            assertThat(module.generation()).hasToString("chat#5");
        }
    }

    @Test
    @DisplayName("G26 A failure that has nothing to do with what was given fails the reload")
    void failureWithoutALook_failsTheReload() {
        host.chat("1", TAKING + "public Object handOver() { return generation; }");
        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(host.jar("chat"));
            host.chat("2", "public void probe() throws Exception { throw new java.io.IOException(\"no port\"); }");

            assertThatThrownBy(module::reload)
                    .isInstanceOf(ModuleStartException.class)
                    .hasMessageStartingWith(
                            "Module 'chat': probe of 'acme.Chat' failed: java.io.IOException: no port at"
                                    + " acme.Chat.probe(Chat.java:");

            assertThat(host.command(module).apply("ping")).isEqualTo("1 ping");
            assertThat(module.generation()).hasToString("chat#1");
            assertThat(host.lost()).isEmpty();
        }
    }

    @Test
    @DisplayName("G14 A probe that fails at the first load fails the load, and its hooks end")
    void probe_mayFailTheFirstLoad() {
        host.chat("1", TAKING + "public void probe() { throw new IllegalStateException(\"no port\"); }");
        try (LayerManager manager = host.manager().build()) {
            assertThatThrownBy(() -> manager.load(host.jar("chat")))
                    .isInstanceOf(ModuleStartException.class)
                    .hasMessageStartingWith(
                            "Module 'chat': probe of 'acme.Chat' failed: java.lang.IllegalStateException: no"
                                    + " port at acme.Chat.probe(Chat.java:");

            assertThat(host.entries()).containsExactly("start 1Optional.empty", "end 1");
            assertThat(manager.modules()).isEmpty();
        }
    }

    @Test
    @DisplayName("G26 What nobody of that name can take is lost and told, or fails the reload")
    void valueWithoutTaker_isLostAndTold() {
        String reason =
                "has no hook named 'acme.Chat' to take what that of the generation before handed over; keep the names"
                        + " of hooks that hand over";
        Path chat = host.chat("1", TAKING + "public Object handOver() { return generation; }");
        Path talk = host.source("2", "chat", "acme.Talk")
                .type(StateHost.hook("Talk", TAKING))
                .toJar(directory.resolve("talk.jar"));
        for (RefusedState refusedState : RefusedState.values()) {
            try (LayerManager manager = host.manager()
                    .reloading(ReloadPolicy.standard().onRefusedState(refusedState))
                    .build()) {
                host.chat("1", TAKING + "public Object handOver() { return generation; }");
                LoadedModule module = manager.load(chat);
                copy(talk, chat);

                if (refusedState == RefusedState.FAIL) {
                    assertThatThrownBy(module::reload)
                            .isInstanceOf(ReloadRefusedException.class)
                            .hasMessage("Module 'chat': 'chat#2' " + reason);
                    assertThat(host.command(module).apply("ping")).isEqualTo("1 ping");
                    assertThat(host.lost()).isEmpty();
                } else {
                    assertThat(module.reload()).isClean();
                    assertThat(host.lost())
                            .singleElement()
                            .satisfies(
                                    lost -> assertThat(lost.reason()).isEqualTo("Module 'chat': 'chat#2' " + reason));
                }
            }
        }
    }

    @Test
    @DisplayName(
            "G21 A hook that does not end in time loses its state, or fails the reload, and is not called beside itself")
    void overdueHook_isNotWaitedFor() {
        String waiting = TAKING + """
                static final CountDownLatch END = new CountDownLatch(1);
                public Object handOver() {
                    journal.accept(END);
                    while (END.getCount() > 0) {
                        try {
                            END.await();
                        } catch (InterruptedException goOn) {
                            continue;
                        }
                    }
                    journal.accept("asked");
                    return "late";
                }
                """;
        host.chat("1", waiting);
        UnloadPolicy hasty = UnloadPolicy.standard().hooksFor(Duration.ofSeconds(2));
        try (LayerManager manager =
                host.manager().reloading(FAIL).unloading(hasty).build()) {
            LoadedModule module = manager.load(host.jar("chat"));
            assertThatThrownBy(module::reload)
                    .isInstanceOf(ReloadRefusedException.class)
                    .hasMessageStartingWith("Module 'chat': handOver of 'acme.Chat' did not end within 2 s: thread"
                            + " 'chat#1 handOver' still runs at acme.Chat.handOver(Chat.java:")
                    .hasMessageEndingWith("; 'chat#1' serves on");
            assertThatThrownBy(module::reload)
                    .isInstanceOf(ReloadRefusedException.class)
                    .hasMessage(
                            "Module 'chat': handOver of 'acme.Chat' has not ended since an earlier reload, nor within 2 s;"
                                    + " 'chat#1' serves on");
            assertThat(host.command(module).apply("ping")).isEqualTo("1 ping");

            host.openLatches();
            assertThat(module.reload()).isClean();

            List<Object> entries = host.entries();
            assertThat(entries.stream().filter("asked"::equals)).hasSize(2);
            assertThat(entries).endsWith("asked", "start 2Optional[late]", "end 1");
        }
    }

    @Test
    @DisplayName("G21 G28 A hook that does not end in time and may be lost is left behind, and named at the unload")
    void overdueHook_isNamedAtTheUnload() {
        host.chat("1", TAKING + """
                public Object handOver() throws Exception {
                    CountDownLatch end = new CountDownLatch(1);
                    journal.accept(end);
                    while (end.getCount() > 0) {
                        try {
                            end.await();
                        } catch (InterruptedException goOn) {
                            continue;
                        }
                    }
                    return "late";
                }
                """);
        UnloadPolicy hasty =
                UnloadPolicy.standard().hooksFor(Duration.ofSeconds(2)).threadsFor(Duration.ofMillis(300));
        try (LayerManager manager = host.manager().unloading(hasty).build()) {
            LoadedModule module = manager.load(host.jar("chat"));

            UnloadReport report = module.reload();

            assertThat(host.lost())
                    .singleElement()
                    .satisfies(lost -> assertThat(lost.reason())
                            .startsWith(
                                    "Module 'chat': handOver of 'acme.Chat' did not end within 2 s: thread 'chat#1 handOver' still"
                                            + " runs at acme.Chat.handOver(Chat.java:"));
            assertThat(report.findings()).anyMatch(finding -> finding.contains("'chat#1 handOver'"));
            assertThat(host.command(module).apply("ping")).isEqualTo("2 ping");
            host.openLatches();
        }
    }

    @Test
    @DisplayName(
            "G26 G27 While a generation is probed calls go to the one before, also when the probe does not end in time")
    void probe_isBeforeAllCalls() throws Exception {
        host.chat("1", TAKING);
        UnloadPolicy hasty =
                UnloadPolicy.standard().hooksFor(Duration.ofSeconds(3)).threadsFor(Duration.ofMillis(300));
        ExecutorService others = Executors.newCachedThreadPool();
        try (LayerManager manager = host.manager().unloading(hasty).build()) {
            LoadedModule module = manager.load(host.jar("chat"));
            host.chat("2", TAKING + """
                    public void probe() throws Exception {
                        CountDownLatch end = new CountDownLatch(1);
                        journal.accept(end);
                        end.await();
                    }
                    """);
            Future<UnloadReport> reload = others.submit(module::reload);
            host.awaitLatch();

            assertThat(host.command(module).apply("ping")).isEqualTo("1 ping");

            assertThatThrownBy(reload::get)
                    .hasRootCauseInstanceOf(ModuleStartException.class)
                    .rootCause()
                    .hasMessageStartingWith(
                            "Module 'chat': probe of 'acme.Chat' did not end within 3 s: thread 'chat#2 start'"
                                    + " still runs");
            assertThat(host.command(module).apply("ping")).isEqualTo("1 ping");
            assertThat(host.entries()).last().isEqualTo("end 2");
        } finally {
            others.shutdownNow();
        }
    }

    private static void copy(Path from, Path to) {
        try {
            java.nio.file.Files.copy(from, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }
}
