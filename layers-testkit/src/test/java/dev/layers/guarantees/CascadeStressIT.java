package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.LayerEvent;
import dev.layers.LayerException;
import dev.layers.LayerManager;
import dev.layers.LoadOptions;
import dev.layers.LoadedModule;
import dev.layers.ModuleInUseException;
import dev.layers.ModuleNameTakenException;
import dev.layers.ModuleUnloadedException;
import dev.layers.Offer;
import dev.layers.PreflightException;
import dev.layers.ReloadOrder;
import dev.layers.ReloadPolicy;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that never stop while three modules that stand on each other are reloaded, and reloads fail, in both orders. */
class CascadeStressIT {
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger(
            "layers.stress.seconds", CascadeStressIT.class.getModule().isNamed() ? 15 : 4));
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    private final Queue<UnloadReport> gone = new ConcurrentLinkedQueue<>();
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
    @DisplayName("G25 G26 G27 No call fails while cascades run and fail, and every old generation is collected")
    void cascades_failNoCallAndLeaveNothing(ReloadOrder order) throws Exception {
        List<Step> steps = List.of(
                new Step(storeys.baseJar(), storeys.base("b2", "").bytes()),
                new Step(storeys.baseJar(), broken()),
                new Step(storeys.middleJar(), storeys.middle("m2").bytes()),
                new Step(storeys.baseJar(), storeys.base("b1", "").bytes()),
                new Step(storeys.middleJar(), storeys.middle("m1").bytes()));
        int rounds = 0;

        try (LayerManager manager = manager(order)) {
            LoadedModule base = storeys.loadBase(manager, storeys.base("b1", ""));
            UnaryOperator<String> low = host.command(storeys.loadMiddle(manager, storeys.middle("m1")));
            UnaryOperator<String> high = host.command(storeys.loadTop(manager, storeys.top("t")));
            try (Traffic traffic =
                    Traffic.of(List.of(() -> low.apply(""), () -> high.apply(""), () -> high.apply("")))) {
                long begin = System.nanoTime();
                do {
                    for (Step step : steps) {
                        take(manager, step);
                        traffic.flow();
                    }
                    rounds++;
                } while (System.nanoTime() - begin < TIME.toNanos());
                assertThat(traffic.failures()).isEmpty();
                assertThat(traffic.answers())
                        .contains("t m1 b1", "t m1 b2", "t m2 b2", "t m2 b1")
                        .isSubsetOf("m1 b1", "m1 b2", "m2 b1", "m2 b2", "t m1 b1", "t m1 b2", "t m2 b1", "t m2 b2");
            }
            base.unloadWithDependents();

            // a round: twice three that are reloaded with the base, twice two with the middle, and one base in vain
            // where
            // it is loaded before it is known what stands on it
            assertThat(gone)
                    .hasSizeGreaterThanOrEqualTo(rounds * (order == ReloadOrder.START_FIRST ? 11 : 10) + 3)
                    .allSatisfy(report -> assertThat(report).isReleased().isCollected());
        }
    }

    /** What is written before a reload of the module that is read from there. */
    private record Step(Path jar, byte[] bytes) {}

    private static void take(LayerManager manager, Step step) throws Exception {
        Files.write(step.jar(), step.bytes());
        LoadedModule module = manager.modules().stream()
                .filter(loaded -> step.jar().endsWith(loaded.name() + ".jar"))
                .findFirst()
                .orElseThrow();
        if (Arrays.equals(step.bytes(), broken())) {
            assertThatThrownBy(module::reload).isInstanceOf(PreflightException.class);
        } else {
            assertThat(module.reload()).isReleased().leftNothing();
        }
    }

    @Test
    @DisplayName(
            "G25 Loads of dependents, reloads and unloads of what they stand on exclude each other, and none hangs")
    void loadsAndUnloads_excludeEachOther() throws Exception {
        storeys.base("b1", "").toJar(storeys.baseJar());
        storeys.middle("m1").toJar(storeys.middleJar());
        storeys.top("t1").toJar(directory.resolve("top.jar"));
        long begin = System.nanoTime();
        AtomicInteger loaded = new AtomicInteger();
        // four that take turns by luck: on a busy machine what stands on the base may come late to its first turn
        BooleanSupplier goingOn =
                () -> System.nanoTime() - begin < (loaded.get() == 0 ? LONG : TIME.dividedBy(2)).toNanos();

        try (LayerManager manager = manager(ReloadOrder.START_FIRST)) {
            storeys.loadBase(manager, storeys.base("b1", ""));
            List<FutureTask<Void>> tasks = new ArrayList<>();
            tasks.add(task(goingOn, () -> {
                host.command(manager.load(storeys.middleJar())).apply("");
                loaded.incrementAndGet();
                manager.module("middle").orElseThrow().unloadWithDependents();
            }));
            tasks.add(task(goingOn, () -> manager.load(directory.resolve("top.jar"))));
            tasks.add(task(goingOn, () -> manager.module("base").orElseThrow().reload()));
            tasks.add(task(goingOn, () -> {
                manager.module("base").orElseThrow().unload();
                manager.load(LoadOptions.standard().offering(Offer.PACKAGES), storeys.baseJar());
            }));
            for (FutureTask<Void> task : tasks) {
                task.get(2, TimeUnit.MINUTES);
            }
            manager.unloadAll();

            assertThat(loaded).hasPositiveValue();
            assertThat(gone)
                    .isNotEmpty()
                    .allSatisfy(report -> assertThat(report).isReleased().isCollected());
        }
    }

    /** Work that may come at a wrong moment, and is refused then. */
    private interface Work {
        void run() throws Exception;
    }

    private static FutureTask<Void> task(BooleanSupplier goingOn, Work work) {
        FutureTask<Void> task = new FutureTask<>(() -> {
            while (goingOn.getAsBoolean()) {
                try {
                    work.run();
                } catch (LayerException refused) {
                    assertThat(refused)
                            .isInstanceOfAny(
                                    PreflightException.class,
                                    ModuleInUseException.class,
                                    ModuleUnloadedException.class,
                                    ModuleNameTakenException.class);
                } catch (NoSuchElementException gone) {
                    Thread.onSpinWait();
                }
            }
            return null;
        });
        new Thread(task).start();
        return task;
    }

    /** Lacks what the middle calls. */
    private static byte[] broken() {
        return ModuleSource.module("module base { exports base; }")
                .type("package base; public class Base { public static String other() { return \"b3\"; } }")
                .bytes();
    }

    private LayerManager manager(ReloadOrder order) {
        return host.manager()
                .reloading(ReloadPolicy.standard().order(order).waitFor(LONG))
                .unloading(UnloadPolicy.standard().drainFor(LONG).hooksFor(LONG))
                .listener(event -> {
                    if (event instanceof LayerEvent.Unloaded unloaded) {
                        gone.add(unloaded.report());
                    } else if (event instanceof LayerEvent.Discarded vain) {
                        gone.add(vain.report());
                    }
                })
                .build();
    }
}
