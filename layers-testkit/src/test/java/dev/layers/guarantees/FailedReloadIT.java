package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.LayerEvent;
import dev.layers.LayerException;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleStartException;
import dev.layers.ModuleState;
import dev.layers.PreflightException;
import dev.layers.ProviderCreationException;
import dev.layers.ReloadOrder;
import dev.layers.ReloadPolicy;
import dev.layers.ReloadRefusedException;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reloads that fail at every step while calls flow: none fails, and what served before serves on or again. */
class FailedReloadIT {
    private static final String SERVING = """
            static final java.util.concurrent.atomic.AtomicInteger STARTS = new java.util.concurrent.atomic.AtomicInteger();
            bot.Journal journal;
            public void start(ModuleContext context) {
                journal = context.service(bot.Journal.class);
                journal.accept("start " + STARTS.incrementAndGet());
            }
            public String apply(String text) {
                if (text.equals("wait")) {
                    var latch = new java.util.concurrent.CountDownLatch(1);
                    journal.accept(latch);
                    try {
                        latch.await();
                    } catch (InterruptedException ended) {
                        return "interrupted";
                    }
                }
                return "one";
            }
            """;
    private static final String ANSWER = "public String apply(String text) { return \"bad\"; }";

    @TempDir
    Path directory;

    private final Queue<LayerEvent> events = new ConcurrentLinkedQueue<>();
    private final Queue<UnloadReport> discarded = new ConcurrentLinkedQueue<>();
    private final Queue<UnloadReport> unloaded = new ConcurrentLinkedQueue<>();
    private TestHost host;
    private Path jar;

    /** A reload that fails. */
    private record Fault(byte[] bytes, Class<? extends LayerException> type, String message, Step step) {}

    /** When it fails. */
    private enum Step {
        BEFORE_THE_STOP,
        AFTER_THE_STOP
    }

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
        jar = host.lifecycle(SERVING).toJar(directory.resolve("chat.jar"));
    }

    @AfterEach
    void close() throws Exception {
        host.openLatches();
        host.close();
    }

    @ParameterizedTest
    @EnumSource(ReloadOrder.class)
    @DisplayName("G26 G27 G4 A reload that fails at any step fails no call, serves as before and leaves nothing")
    void reload_failsAtEveryStep_servesAsBefore(ReloadOrder order) throws Exception {
        try (LayerManager manager = manager(order)) {
            LoadedModule module = manager.load(jar);
            var command = host.command(module);
            Supplier<String> call = () -> command.apply("ping");
            try (Traffic traffic = Traffic.of(List.of(call, call, call))) {
                for (Fault fault : faults().toList()) {
                    assertServesAsBefore(module, fault, order, traffic);
                }
                assertDrainRefused(module, traffic);
                Files.write(jar, host.chat("return \"two\";").bytes());
                assertThat(module.reload()).isReleased().leftNothing();
                traffic.flow();
                assertThat(traffic.answers()).contains("two").isSubsetOf("one", "two");
                assertThat(traffic.failures()).isEmpty();
            }

            assertThat(discarded)
                    .hasSize(order == ReloadOrder.START_FIRST ? 6 : 5)
                    .allSatisfy(report -> assertThat(report).isReleased().isCollected());
            assertThat(unloaded)
                    .isNotEmpty()
                    .allSatisfy(report -> assertThat(report).isReleased().isCollected());
        }
    }

    private void assertServesAsBefore(LoadedModule module, Fault fault, ReloadOrder order, Traffic traffic)
            throws Exception {
        String before = module.generation().toString();
        host.forget();
        events.clear();
        Files.write(jar, fault.bytes());

        assertThatThrownBy(module::reload).isInstanceOf(fault.type()).hasMessageContaining(fault.message());

        traffic.flow();
        assertThat(traffic.failures()).as(fault.message()).isEmpty();
        assertThat(traffic.answers()).as(fault.message()).containsExactly("one");
        assertThat(module.state()).isEqualTo(ModuleState.ACTIVE);
        boolean rolledBack = order == ReloadOrder.STOP_FIRST && fault.step() == Step.AFTER_THE_STOP;
        if (rolledBack) {
            assertRolledBack(before, module, fault);
        } else {
            assertThat(module.generation()).hasToString(before);
            assertThat(texts()).doesNotContain("start 1");
        }
    }

    private void assertRolledBack(String before, LoadedModule module, Fault fault) {
        assertThat(texts()).as("statics are new").contains("start 1");
        assertThat(events)
                .filteredOn(LayerEvent.RolledBack.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    LayerEvent.RolledBack back = (LayerEvent.RolledBack) event;
                    assertThat(back.from()).hasToString(before);
                    assertThat(back.to()).isEqualTo(module.generation());
                    assertThat(back.reason()).contains(fault.message());
                });
        assertThat(events).filteredOn(LayerEvent.Reloaded.class::isInstance).isEmpty();
    }

    private void assertDrainRefused(LoadedModule module, Traffic traffic) throws Exception {
        String before = module.generation().toString();
        host.forget();
        Files.write(jar, host.chat("return \"two\";").bytes());
        Thread caller = new Thread(() -> host.command(module).apply("wait"), "waiting");
        caller.start();
        Patience.until("the call waits inside", () -> latch() != null);

        assertThatThrownBy(module::reload)
                .isInstanceOf(ReloadRefusedException.class)
                .hasMessageStartingWith("Module 'chat': a call still runs: thread 'waiting' (")
                .hasMessageEndingWith("; '" + before + "' serves on; let the calls end and reload again");

        latch().countDown();
        Patience.untilEnded(caller);
        traffic.flow();
        assertThat(traffic.failures()).isEmpty();
        assertThat(module.generation()).hasToString(before);
    }

    private Stream<Fault> faults() {
        byte[] whole = host.chat("return \"bad\";").bytes();
        return Stream.of(
                new Fault(
                        Arrays.copyOf(whole, whole.length / 2),
                        PreflightException.class,
                        "the archive is cut short",
                        Step.BEFORE_THE_STOP),
                new Fault(needing("requires nowhere;"), PreflightException.class, "'nowhere'", Step.BEFORE_THE_STOP),
                new Fault(linkedToMore().bytes(), PreflightException.class, "bot.Command.more", Step.BEFORE_THE_STOP),
                new Fault(
                        other().bytes(),
                        ReloadRefusedException.class,
                        "now holds module 'other'",
                        Step.BEFORE_THE_STOP),
                new Fault(
                        hooks("public Chat() { throw new IllegalStateException(\"no memory\"); }"),
                        ProviderCreationException.class,
                        "Module 'chat': creating 'acme.Chat' failed: java.lang.IllegalStateException: no memory",
                        Step.AFTER_THE_STOP),
                new Fault(
                        hooks("static final int SIZE = Integer.parseInt(\"many\");"),
                        ProviderCreationException.class,
                        "Module 'chat': creating 'acme.Chat' failed: java.lang.NumberFormatException",
                        Step.AFTER_THE_STOP),
                new Fault(
                        hooks(
                                "public void start(ModuleContext context) { throw new IllegalStateException(\"no port\"); }"),
                        ModuleStartException.class,
                        "Module 'chat': start hook of 'acme.Chat' failed: java.lang.IllegalStateException: no port",
                        Step.AFTER_THE_STOP),
                new Fault(
                        hooks("public void start(ModuleContext context) throws Exception { Thread.sleep(600_000); }"),
                        ModuleStartException.class,
                        "Module 'chat': start hook of 'acme.Chat' did not end within 4 s: ",
                        Step.AFTER_THE_STOP),
                new Fault(
                        hooks("public void probe() { throw new IllegalStateException(\"no answer\"); }"),
                        ModuleStartException.class,
                        "Module 'chat': probe of 'acme.Chat' failed: java.lang.IllegalStateException: no answer",
                        Step.AFTER_THE_STOP));
    }

    private byte[] hooks(String member) {
        return host.lifecycle(ANSWER + member).bytes();
    }

    private ModuleSource other() {
        return ModuleSource.module("module other { requires bot.api; provides bot.Command with acme.Chat; }")
                .type("package acme; public class Chat implements bot.Command {" + ANSWER + "}")
                .dependsOn(host.contractJar());
    }

    private byte[] needing(String requires) {
        return ModuleSource.module(
                        "module chat { requires bot.api; " + requires + " provides bot.Command with acme.Chat; }")
                .type("package acme; public class Chat implements bot.Command {" + ANSWER + "}")
                .dependsOn(host.contractJar())
                .dependsOn(ModuleSource.module("module nowhere {}"))
                .bytes();
    }

    /** Is compiled against a contract that the host does not have. */
    private static ModuleSource linkedToMore() {
        ModuleSource more = ModuleSource.module("module bot.api { exports bot; }")
                .type("package bot; public interface Command extends java.util.function.UnaryOperator<String> {"
                        + " static String more() { return null; } }");
        return ModuleSource.module("module chat { requires bot.api; provides bot.Command with acme.Chat; }")
                .type("package acme; public class Chat implements bot.Command {"
                        + " public String apply(String text) { return bot.Command.more(); } }")
                .dependsOn(more);
    }

    private LayerManager manager(ReloadOrder order) {
        return host.manager()
                .reloading(ReloadPolicy.standard().order(order).waitFor(Duration.ofMinutes(1)))
                .unloading(
                        UnloadPolicy.standard().drainFor(Duration.ofSeconds(3)).hooksFor(Duration.ofSeconds(4)))
                .listener(this::keep)
                .build();
    }

    private void keep(LayerEvent event) {
        events.add(event);
        if (event instanceof LayerEvent.Discarded vain) {
            discarded.add(vain.report());
        } else if (event instanceof LayerEvent.Unloaded gone) {
            unloaded.add(gone.report());
        }
    }

    private List<String> texts() {
        return host.entries().stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private CountDownLatch latch() {
        return host.entries().stream()
                .filter(CountDownLatch.class::isInstance)
                .map(CountDownLatch.class::cast)
                .findFirst()
                .orElse(null);
    }
}
