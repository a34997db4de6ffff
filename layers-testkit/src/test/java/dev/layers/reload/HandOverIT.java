package dev.layers.reload;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.Boundary;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.UnloadReport;
import dev.layers.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A value that a generation hands over reaches its successor, and nothing of the giver with it. */
@Timeout(300)
class HandOverIT {
    /** Has something of every kind in it, containers of its own classes among them. */
    private static final String GIVING = """
            static class OwnList extends ArrayList<Object> {}
            static class OwnMap extends TreeMap<String, Level> {}
            public void start(ModuleContext context) {
                begin(context);
                journal.accept("first " + context.handedOver().isPresent());
            }
            public Object handOver() {
                var users = new OwnList();
                users.addAll(Arrays.asList("ann", null, 5, Optional.of(Set.of(Level.LOW)), new Box(new OwnList()),
                        java.time.Duration.ofSeconds(3), new StringBuilder("text"), Map.entry("a", 1), String.class));
                var levels = new OwnMap();
                levels.put("b", Level.HIGH);
                levels.put("a", Level.LOW);
                return new State("one", users, levels, new int[] {1, 2});
            }
            """;

    private static final String TAKING = """
            static Object kept;
            public void start(ModuleContext context) {
                begin(context);
                var handed = context.handedOver().orElseThrow();
                var state = handed.value(State.class);
                kept = List.of(handed, state);
                journal.accept(handed.generation() + " " + handed.version().get());
                journal.accept(state.name() + state.users() + state.levels() + Arrays.toString(state.counts()));
                journal.accept(state.users().getClass().getName() + " " + state.levels().getClass().getName());
                state.users().add("own");
                state.counts()[0] = 9;
                journal.accept(handed.value(State.class).users().size() + " " + handed.value(State.class).counts()[0]);
            }
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
            "G26 What a generation hands over reaches its successor with the version of the giver; the giver is collected")
    void value_reachesTheSuccessor() {
        host.chat("1.5", GIVING);
        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(host.jar("chat"));
            host.chat("2.0", TAKING);

            UnloadReport report = module.reload();

            assertThat(report).isClean();
            assertThat(host.entries())
                    .containsExactly(
                            "first false",
                            "1 1.5",
                            "one[ann, null, 5, Optional[[LOW]], Box[content=[]], PT3S, text, a=1, class java.lang.String]"
                                    + "{a=LOW, b=high}[1, 2]",
                            "java.util.ArrayList java.util.LinkedHashMap",
                            "9 1");
            assertThat(host.lost()).isEmpty();
        }
    }

    @Test
    @DisplayName("G17 The same value, taken past the boundary, holds its giver")
    void valueAsItIs_holdsItsGiver() {
        host.chat("1", GIVING.replace("return new State", "journal.accept(users); return new State"));
        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(host.jar("chat"));
            host.chat("2", TAKING);

            UnloadReport report = module.reload();

            assertThat(report.verdict().orTimeout(1, TimeUnit.MINUTES).join()).isInstanceOf(Verdict.Retained.class);
            host.entries();
            assertThat(report.collected().orTimeout(1, TimeUnit.MINUTES).join()).isInstanceOf(Verdict.Collected.class);
        }
    }

    @Test
    @DisplayName("G26 Under Boundary.DIRECT, too, values are copied")
    void value_underDirect_isCopied() {
        host.chat("1.5", GIVING);
        try (LayerManager manager = host.manager(Boundary.DIRECT).build()) {
            LoadedModule module = manager.load(host.jar("chat"));
            host.chat("2.0", TAKING);

            assertThat(module.reload()).isClean();
            assertThat(host.entries()).contains("1 1.5", "java.util.ArrayList java.util.LinkedHashMap", "9 1");
        }
    }

    @Test
    @DisplayName("G26 Each hook of the successor gets what its namesake gave, before beforeUnload runs once")
    void hooks_getWhatTheirNamesakesGave() {
        String hook = """
                public void start(ModuleContext context) {
                    begin(context);
                    journal.accept("start " + generation + context.handedOver().map(each -> each.value(String.class)));
                    asking = context;
                }
                static ModuleContext asking;
                public void probe() {
                    journal.accept("probe " + generation + asking.handedOver().isPresent());
                }
                public Object handOver() { return generation > 2 ? null : getClass().getName() + generation; }
                public void beforeUnload(UnloadContext context) {
                    journal.accept("end " + generation + asking.handedOver().isPresent());
                }
                """;
        host.source("1", "chat", "acme.One", "acme.Two")
                .type(StateHost.hook("One", hook))
                .type(StateHost.hook("Two", hook))
                .toJar(host.jar("chat"));
        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(host.jar("chat"));
            assertThat(host.entries())
                    .containsExactly("start 1Optional.empty", "start 1Optional.empty", "probe 1false", "probe 1false");

            assertThat(module.reload()).isClean();
            assertThat(host.entries())
                    .containsExactly(
                            "start 2Optional[acme.One1]",
                            "start 2Optional[acme.Two1]",
                            "probe 2true",
                            "probe 2true",
                            "end 1false",
                            "end 1false");
            assertThat(module.reload()).isClean();
            assertThat(host.entries()).contains("start 3Optional[acme.One2]", "start 3Optional[acme.Two2]");
            assertThat(module.reload()).isClean();
            assertThat(host.entries()).startsWith("start 4Optional.empty", "start 4Optional.empty");
        }
    }

    @Test
    @DisplayName("G26 G27 Values go from generation to generation while calls flow, and none of these fails")
    void values_arePassedOnUnderLoad() throws Exception {
        host.chat("1", """
                static final List<Object> all = new CopyOnWriteArrayList<>();
                public void start(ModuleContext context) {
                    begin(context);
                    context.handedOver().ifPresent(handed -> all.addAll(handed.value(List.class)));
                    all.add(generation);
                }
                public Object handOver() { return all; }
                public void beforeUnload(UnloadContext context) { journal.accept(all.toString()); }
                """);
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService callers = Executors.newFixedThreadPool(3);
        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(host.jar("chat"));
            UnaryOperator<String> command = host.command(module);
            List<Future<Integer>> calling = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                calling.add(callers.submit(calls(command, isOver)));
            }

            for (int i = 0; i < 10; i++) {
                assertThat(module.reload()).isClean();
            }

            isOver.set(true);
            for (Future<Integer> each : calling) {
                assertThat(each.get()).isPositive();
            }
            assertThat(host.entries()).last().isEqualTo("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]");
            assertThat(host.lost()).isEmpty();
        } finally {
            callers.shutdownNow();
        }
    }

    private static Callable<Integer> calls(UnaryOperator<String> command, AtomicBoolean isOver) {
        return () -> {
            int answered = 0;
            while (!isOver.get()) {
                answered += command.apply("ping").endsWith(" ping") ? 1 : -1_000_000;
            }
            return answered;
        };
    }
}
