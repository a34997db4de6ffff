package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.UnloadReport;
import dev.layers.Verdict;
import dev.layers.preflight.Origin;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What listeners are told, and in which order. */
class EventIT {
    @TempDir
    Path directory;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private TestHost host;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
    }

    @AfterEach
    void close() throws Exception {
        host.close();
    }

    @Test
    @DisplayName("G37 Listeners are told of load, steps, reload, unload and verdict in this order")
    void events_ofOneLife_comeInOrder() throws Exception {
        Path jar = host.chat("return text;").toJar(directory.resolve("chat.jar"));

        try (LayerManager manager =
                host.manager().listener(event -> told.add(text(event))).build()) {
            LoadedModule module = manager.load(jar);
            module.reload();
            Patience.until("the verdict on chat#1 is told", () -> told.contains("chat#1 COLLECTED"));
            module.unload();
            Patience.until("the verdict on chat#2 is told", () -> told.contains("chat#2 COLLECTED"));
        }

        assertThat(told)
                .containsExactly(
                        "chat#1 loaded from " + jar,
                        "chat#2 instead of chat#1",
                        "chat#1 DRAIN",
                        "chat#1 HOOKS",
                        "chat#1 REGISTRATIONS",
                        "chat#1 THREADS",
                        "chat#1 RESIDUE",
                        "chat#1 RELEASE",
                        "chat#1 unloaded for RELOAD",
                        "chat#1 COLLECTED",
                        "chat#2 DRAIN",
                        "chat#2 HOOKS",
                        "chat#2 REGISTRATIONS",
                        "chat#2 THREADS",
                        "chat#2 RESIDUE",
                        "chat#2 RELEASE",
                        "chat#2 unloaded for UNLOAD",
                        "chat#2 COLLECTED");
    }

    @Test
    @DisplayName("G37 However slow a listener is, the verdict is told after the unload")
    void verdict_listenerIsSlow_isToldAfterTheUnload() throws Exception {
        Path jar = host.chat("return text;").toJar(directory.resolve("chat.jar"));
        CountDownLatch judged = new CountDownLatch(1);

        try (LayerManager manager = host.manager()
                .listener(event -> {
                    if (event instanceof LayerEvent.Judged) {
                        judged.countDown();
                    } else if (event instanceof LayerEvent.Unloaded unloaded) {
                        unloaded.report()
                                .verdict()
                                .orTimeout(1, TimeUnit.MINUTES)
                                .join();
                    }
                    told.add(text(event));
                })
                .build()) {
            assertThat(manager.load(jar).reload()).isClean();
            Patience.until("the verdict is told", () -> judged.getCount() == 0);
        }

        assertThat(told)
                .containsSubsequence("chat#2 instead of chat#1", "chat#1 unloaded for RELOAD", "chat#1 COLLECTED");
    }

    @Test
    @DisplayName("Every event tells from which bytes its generation was made")
    void events_tellTheOriginOfTheirGeneration() throws Exception {
        Path jar = host.chat("return text;").toJar(directory.resolve("chat.jar"));
        List<Origin> origins = new CopyOnWriteArrayList<>();

        try (LayerManager manager = host.manager()
                .listener(event -> origins.add(((LayerEvent.OfArtifact) event).origin()))
                .build()) {
            LoadedModule module = manager.load(jar);
            Origin first = module.status().origin();
            host.chat("return text + text;").toJar(jar);
            UnloadReport report = module.reload();
            assertThat(report).isClean();
            Origin second = module.status().origin();
            Patience.until("the verdict is told", () -> origins.size() == 10);

            assertThat(first.digest()).hasSize(64).isNotEqualTo(second.digest());
            assertThat(report.origin()).isEqualTo(first);
            assertThat(origins).containsExactly(first, second, first, first, first, first, first, first, first, first);
        }
    }

    @Test
    @DisplayName("G22 A listener may act on what it is told: at 'unloaded' the name is free and the module is at rest")
    void listener_actsOnWhatItIsTold() throws Exception {
        Path jar = host.chat("return text;").toJar(directory.resolve("chat.jar"));
        AtomicReference<LayerManager> itself = new AtomicReference<>();
        List<LoadedModule> again = new CopyOnWriteArrayList<>();

        try (LayerManager manager = host.manager()
                .listener(event -> {
                    if (event instanceof LayerEvent.Unloaded && again.isEmpty()) {
                        again.add(itself.get().load(jar));
                    }
                })
                .build()) {
            itself.set(manager);
            manager.load(jar).unload();

            assertThat(again).extracting(LoadedModule::generation).hasToString("[chat#2]");
            assertThat(again.get(0).unload()).isClean();
        }
    }

    @Test
    @DisplayName("G22 A listener that asks for an operation inside another one is refused at once")
    void listener_asksInsideAnOperation_isRefused() throws Exception {
        Path jar = host.chat("return text;").toJar(directory.resolve("chat.jar"));
        AtomicReference<LoadedModule> module = new AtomicReference<>();

        try (LayerManager manager = host.manager()
                .listener(event -> {
                    if (event instanceof LayerEvent.StepStarted) {
                        told.add(catchThrowable(() -> module.get().unload()).getMessage());
                    }
                })
                .build()) {
            module.set(manager.load(jar));
            assertThat(module.get().unload()).isClean();
        }

        assertThat(told)
                .hasSize(6)
                .containsOnly("Module 'chat': asked for from inside another operation on it,"
                        + " by a listener; ask from another thread, or later");
    }

    @Test
    @DisplayName("G22 A listener that throws keeps neither other listeners nor the unload from anything")
    void listener_throws_othersAreTold() {
        Path jar = host.chat("return text;").toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager()
                .listener(event -> {
                    if (event instanceof LayerEvent.Loaded || event instanceof LayerEvent.StepStarted) {
                        throw new IllegalStateException("a listener that fails");
                    }
                })
                .listener(event -> told.add(text(event)))
                .build()) {
            assertThat(manager.load(jar).unload()).isClean();
        }

        assertThat(told).startsWith("chat#1 loaded from " + jar).contains("chat#1 unloaded for UNLOAD");
    }

    /** Long enough for a verdict that does not wait for its turn. */
    private static void await(CountDownLatch judged) {
        try {
            judged.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException stray) {
            Thread.currentThread().interrupt();
        }
    }

    private static String text(LayerEvent event) {
        if (event instanceof LayerEvent.Loaded loaded) {
            return loaded.generation() + " loaded from " + loaded.origin().artifact();
        }
        if (event instanceof LayerEvent.StepStarted started) {
            return started.generation() + " " + started.step();
        }
        if (event instanceof LayerEvent.Reloaded reloaded) {
            return reloaded.to() + " instead of " + reloaded.from();
        }
        if (event instanceof LayerEvent.Unloaded unloaded) {
            return unloaded.report().generation() + " unloaded for "
                    + unloaded.report().reason();
        }
        if (event instanceof LayerEvent.Judged judged && judged.verdict() instanceof Verdict.Collected) {
            return judged.generation() + " COLLECTED";
        }
        return event.toString();
    }
}
