package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.GenerationPolicy;
import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleInUseException;
import dev.layers.ModuleState;
import dev.layers.ModuleUnloadedException;
import dev.layers.PreflightException;
import dev.layers.ReloadOrder;
import dev.layers.ReloadPolicy;
import dev.layers.TooManyGenerationsException;
import dev.layers.UnloadReport;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Modules that stand on others are reloaded and unloaded with them, in order. */
class CascadeIT {
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

    @ParameterizedTest
    @EnumSource(ReloadOrder.class)
    @DisplayName("G25 G27 A reload takes along what stands on it, and each old generation is collected")
    void reload_takesDependentsAlong(ReloadOrder order) throws Exception {
        try (LayerManager manager = manager(order)) {
            LoadedModule base = storeys.loadBase(manager, storeys.base("b1", ""));
            LoadedModule middle = storeys.loadMiddle(manager, storeys.middle("m1"));
            LoadedModule top = storeys.loadTop(manager, storeys.top("t1"));
            UnaryOperator<String> command = host.command(top);
            assertThat(command.apply("")).isEqualTo("t1 m1 b1");
            // bytes of a dependent that nobody asked for do not count
            storeys.middle("m2").toJar(storeys.middleJar());
            storeys.base("b2", "").toJar(storeys.baseJar());

            UnloadReport report = base.reload();

            assertThat(command.apply("")).isEqualTo("t1 m1 b2");
            assertThat(report).isClean();
            assertThat(report.generation()).hasToString("base#1");
            assertThat(middle.reports())
                    .singleElement()
                    .satisfies(old -> assertThat(old).isClean());
            assertThat(top.reports())
                    .singleElement()
                    .satisfies(old -> assertThat(old).isClean());
            assertThat(List.of(base.generation(), middle.generation(), top.generation()))
                    .extracting(String::valueOf)
                    .containsExactly("base#2", "middle#2", "top#2");
            assertThat(told())
                    .containsExactly(
                            "loaded base#1",
                            "loaded middle#1",
                            "loaded top#1",
                            "base#1 -> base#2",
                            "middle#1 -> middle#2",
                            "top#1 -> top#2",
                            "unloaded top#1",
                            "unloaded middle#1",
                            "unloaded base#1");
            middle.reload();
            assertThat(command.apply("")).isEqualTo("t1 m2 b2");
            assertThat(base.generation()).hasToString("base#2");
        }
    }

    @Test
    @DisplayName("G25 A module on which others stand is not unloaded, and nothing is done")
    void unload_ofWhatIsInUse_isRefused() throws Exception {
        try (LayerManager manager = manager(ReloadOrder.START_FIRST)) {
            LoadedModule base = storeys.loadBase(manager, storeys.base("b1", ""));
            LoadedModule middle = storeys.loadMiddle(manager, storeys.middle("m1"));
            LoadedModule top = storeys.loadTop(manager, storeys.top("t1"));

            assertThatExceptionOfType(ModuleInUseException.class)
                    .isThrownBy(base::unload)
                    .withMessage("Module 'base#1': 'middle#1' stands on it; unload that first, or all together with"
                            + " unloadWithDependents()");

            assertThat(base.state()).isEqualTo(ModuleState.ACTIVE);
            assertThat(host.command(top).apply("")).isEqualTo("t1 m1 b1");
            assertThat(base.reports()).isEmpty();
            top.unload();
            assertThat(middle.unload()).isReleased();
            assertThat(base.unload()).isReleased().leftNothing();
        }
    }

    @Test
    @DisplayName("G25 Asked for, all that stand on a module are unloaded before it")
    void unloadWithDependents_unloadsThemBefore() throws Exception {
        try (LayerManager manager = manager(ReloadOrder.START_FIRST)) {
            LoadedModule base = storeys.loadBase(manager, storeys.base("b1", ""));
            storeys.loadMiddle(manager, storeys.middle("m1"));
            LoadedModule top = storeys.loadTop(manager, storeys.top("t1"));
            UnaryOperator<String> command = host.command(top);

            List<UnloadReport> reports = base.unloadWithDependents();

            assertThat(reports).allSatisfy(report -> assertThat(report).isClean());
            assertThat(reports)
                    .extracting(report -> report.generation().toString())
                    .containsExactly("top#1", "middle#1", "base#1");
            assertThat(manager.modules()).isEmpty();
            assertThatThrownBy(() -> command.apply("")).isInstanceOf(ModuleUnloadedException.class);
        }
    }

    @Test
    @DisplayName("G25 What can do without comes back without before the module goes")
    void unloadWithDependents_bringsBackWhatCanDoWithout() throws Exception {
        String base =
                "(Middle.class.getModule().getLayer().findModule(\"base\").isPresent() ? base.Base.word() : \"alone\")";
        try (LayerManager manager = manager(ReloadOrder.START_FIRST)) {
            LoadedModule below = storeys.loadBase(manager, storeys.base("b1", ""));
            LoadedModule middle = storeys.loadMiddle(manager, storeys.middle("m1", "requires static base;", base));
            LoadedModule top = storeys.loadTop(manager, storeys.top("t1"));
            UnaryOperator<String> command = host.command(top);
            assertThat(command.apply("")).isEqualTo("t1 m1 b1");
            assertThatThrownBy(below::unload).isInstanceOf(ModuleInUseException.class);

            List<UnloadReport> reports = below.unloadWithDependents();

            assertThat(reports)
                    .singleElement()
                    .satisfies(report -> assertThat(report).isClean());
            assertThat(command.apply("")).isEqualTo("t1 m1 alone");
            assertThat(middle.generation()).hasToString("middle#2");
            assertThat(middle.reports()).allSatisfy(report -> assertThat(report).isClean());
            assertThat(manager.modules()).containsExactlyInAnyOrder(middle, top);
        }
    }

    @Test
    @DisplayName("G25 Closing unloads each module before what it stands on, whatever was loaded first")
    void close_unloadsDependentsFirst() throws Exception {
        try (LayerManager manager = manager(ReloadOrder.START_FIRST)) {
            storeys.loadMiddle(manager, storeys.middle("m1", "", "\"alone\""));
            storeys.loadBase(manager, storeys.base("b1", ""));
            storeys.loadTop(manager, storeys.top("t1"));
            storeys.middle("m2").toJar(storeys.middleJar());
            manager.module("middle").orElseThrow().reload();
            events.clear();
        }

        assertThat(told()).containsExactly("unloaded top#2", "unloaded middle#2", "unloaded base#1");
    }

    @ParameterizedTest
    @EnumSource(ReloadOrder.class)
    @DisplayName("G26 G27 A reload that fails for what stands on it fails no call, and all serve as before")
    void reload_failsInTheMiddle_servesAsBefore(ReloadOrder order) throws Exception {
        try (LayerManager manager = manager(order)) {
            LoadedModule base = storeys.loadBase(manager, storeys.base("b1", ""));
            LoadedModule middle = storeys.loadMiddle(manager, storeys.middle("m1"));
            LoadedModule top = storeys.loadTop(manager, storeys.top("t1"));
            UnaryOperator<String> high = host.command(top);
            UnaryOperator<String> low = host.command(middle);
            ModuleSource.module("module base { exports base; }")
                    .type("package base; public class Base { public static String other() { return \"b2\"; } }")
                    .toJar(storeys.baseJar());
            try (Traffic traffic = Traffic.of(List.of(() -> high.apply(""), () -> low.apply("")))) {
                assertThatThrownBy(base::reload)
                        .isInstanceOf(PreflightException.class)
                        .hasMessageContaining("middle")
                        .hasMessageContaining("word()");

                traffic.flow();
                assertThat(traffic.failures()).isEmpty();
                assertThat(traffic.answers()).containsExactly("m1 b1", "t1 m1 b1");
            }
            assertThat(base.generation()).hasToString("base#1");
            assertThat(top.generation()).hasToString("top#1");
            assertThat(told()).as("nothing was stopped, nothing rolled back").noneMatch(text -> text.contains("<-"));
            storeys.base("b2", "").toJar(storeys.baseJar());
            assertThat(base.reload()).isClean();
            assertThat(high.apply("")).isEqualTo("t1 m1 b2");

            assertThat(events)
                    .filteredOn(LayerEvent.Discarded.class::isInstance)
                    .hasSize(order == ReloadOrder.START_FIRST ? 1 : 0)
                    .allSatisfy(event ->
                            assertThat(((LayerEvent.Discarded) event).report()).isClean());
        }
    }

    @Test
    @DisplayName("G40 A reload is refused when too many generations of what comes along are left, and nothing is done")
    void reload_ofWhatLeaksAlong_isRefused() throws Exception {
        GenerationPolicy policy = new GenerationPolicy(1, GenerationPolicy.Excess.REFUSE);
        String leaking = "(bot.Trace.LEFT.add(Middle.class) ? base.Base.word() : \"\")";

        try (LayerManager manager =
                host.manager().bounding(policy).listener(events::add).build()) {
            LoadedModule base = storeys.loadBase(manager, storeys.base("b1", ""));
            LoadedModule middle = storeys.loadMiddle(manager, storeys.middle("m1", "requires base;", leaking));
            UnaryOperator<String> command = host.command(middle);
            assertThat(command.apply("")).isEqualTo("m1 b1");
            storeys.middle("m2").toJar(storeys.middleJar());
            assertThat(middle.reload()).isReleased().isRetained();
            storeys.base("b2", "").toJar(storeys.baseJar());

            assertThatExceptionOfType(TooManyGenerationsException.class)
                    .isThrownBy(base::reload)
                    .withMessageStartingWith("Module 'middle' from " + storeys.middleJar()
                            + ": 1 unloaded generation was not collected: 'middle#1'; ");

            assertThat(command.apply("")).isEqualTo("m2 b1");
            assertThat(base.generation()).hasToString("base#1");
        }
    }

    private LayerManager manager(ReloadOrder order) {
        return host.manager()
                .reloading(ReloadPolicy.standard().order(order).waitFor(Duration.ofMinutes(1)))
                .listener(events::add)
                .build();
    }

    private List<String> told() {
        return events.stream()
                .map(CascadeIT::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String text(LayerEvent event) {
        if (event instanceof LayerEvent.Loaded loaded) {
            return "loaded " + loaded.generation();
        }
        if (event instanceof LayerEvent.Reloaded reloaded) {
            return reloaded.from() + " -> " + reloaded.to();
        }
        if (event instanceof LayerEvent.RolledBack back) {
            return back.to() + " <- " + back.from();
        }
        return event instanceof LayerEvent.Unloaded unloaded
                ? "unloaded " + unloaded.report().generation()
                : "";
    }
}
