package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.layers.CollectionPolicy;
import dev.layers.GenerationName;
import dev.layers.GenerationPolicy;
import dev.layers.GenerationPolicy.Excess;
import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LayerManagerBuilder;
import dev.layers.LoadedModule;
import dev.layers.ModuleStartException;
import dev.layers.TooManyGenerationsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module that leaks is stopped, or told of, before it has filled the JVM; one that does not never is. */
class GenerationBoundIT {
    private static final String HELD = "System.getProperties().put(\"layers.held\" + System.nanoTime(),"
            + " new java.util.concurrent.atomic.AtomicReference<>(this)); return text;";

    @TempDir
    Path directory;

    private final List<LayerEvent> events = new CopyOnWriteArrayList<>();
    private TestHost host;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
    }

    @AfterEach
    void close() throws Exception {
        letGo();
        host.close();
    }

    @Test
    @DisplayName(
            "G40 REFUSE: a reload beyond the bound is refused before anything is read, and the old generation serves on")
    void reload_tooManyAreLeft_isRefusedAndServesOn() throws Exception {
        Path jar = host.chat(HELD).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = manager(2, Excess.REFUSE).build()) {
            LoadedModule module = manager.load(jar);
            callAndReload(module);
            callAndReload(module);
            host.command(module).apply("ping");
            Files.delete(jar);

            assertThatExceptionOfType(TooManyGenerationsException.class)
                    .isThrownBy(module::reload)
                    .withMessage("Module 'chat' from " + jar
                            + ": 2 unloaded generations were not collected: 'chat#1', 'chat#2'; fewer than 2 may be left"
                            + " when another one is loaded; let go of what holds them, or raise the limit of the"
                            + " generation policy");
            assertThat(module.generation()).hasToString("chat#3");
            assertThat(host.command(module).apply("still here")).isEqualTo("still here");
            assertThat(events)
                    .filteredOn(LayerEvent.LoadFailed.class::isInstance)
                    .singleElement()
                    .satisfies(event -> assertThat(((LayerEvent.LoadFailed) event).reason())
                            .startsWith("Module 'chat' from " + jar + ": 2 unloaded generations"));

            letGo();
            host.chat("return text;").toJar(jar);
            module.reload();
            assertThat(module.generation()).hasToString("chat#4");
            assertThat(module.unload()).isClean();
        }
    }

    @Test
    @DisplayName("G40 REFUSE: unloads and failed loads of one name count like reloads, other names do not")
    void load_tooManyOfThatNameAreLeft_isRefused() {
        Path jar = host.chat(HELD).toJar(directory.resolve("chat.jar"));
        Path failing = host.lifecycle("public String apply(String text) { return text; }"
                        + " public void start(ModuleContext context) { "
                        + HELD.replace("return text;", "throw new IllegalStateException(\"no\"); }"))
                .toJar(directory.resolve("failing.jar"));
        Path other = dev.layers.testkit.ModuleSource.module(
                        "module other { requires bot.api; provides bot.Command with acme.Other; }")
                .type("package acme; public class Other implements bot.Command {"
                        + " public String apply(String text) { return text; } }")
                .dependsOn(host.contractJar())
                .toJar(directory.resolve("other.jar"));

        try (LayerManager manager = manager(2, Excess.REFUSE).build()) {
            host.command(manager.load(jar)).apply("ping");
            manager.unloadAll();
            assertThatExceptionOfType(ModuleStartException.class).isThrownBy(() -> manager.load(failing));
            TooManyGenerationsException refused =
                    catchThrowableOfType(TooManyGenerationsException.class, () -> manager.load(jar));

            assertThat(refused)
                    .hasMessage("Module 'chat' from " + jar
                            + ": 2 unloaded generations were not collected: 'chat#1', 'chat#2'; fewer than 2 may be left"
                            + " when another one is loaded; let go of what holds them, or raise the limit of the"
                            + " generation policy");
            assertThat(manager.module("chat")).isEmpty();
            assertThat(manager.load(other).unload()).isClean();

            letGo();
            assertThat(manager.load(jar).generation()).hasToString("chat#3");
        }
    }

    @Test
    @DisplayName("G40 WARN: the load goes on, and listeners are told of the generations that are left")
    void reload_tooManyAreLeft_isToldAndGoesOn() {
        Path jar = host.chat(HELD).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = manager(1, Excess.WARN).build()) {
            LoadedModule module = manager.load(jar);
            callAndReload(module);
            callAndReload(module);

            assertThat(module.generation()).hasToString("chat#3");
            assertThat(warnings())
                    .containsExactly(
                            new LayerEvent.TooManyGenerations("chat", List.of(new GenerationName("chat", 1)), 1));
        }
    }

    @Test
    @DisplayName("G40 WARN: a load is told of once, as a reload is")
    void load_tooManyAreLeft_isToldOnce() {
        Path jar = host.chat(HELD).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = manager(1, Excess.WARN).build()) {
            host.command(manager.load(jar)).apply("ping");
            manager.unloadAll();
            manager.load(jar);

            assertThat(warnings())
                    .containsExactly(
                            new LayerEvent.TooManyGenerations("chat", List.of(new GenerationName("chat", 1)), 1));
        }
    }

    @Test
    @DisplayName("G40 By default, ten generations that are left are told of and stop nothing")
    void reload_noPolicyIsSet_isToldAtTen() {
        Path jar = host.chat(HELD).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().listener(events::add).build()) {
            LoadedModule module = manager.load(jar);
            for (int round = 0; round < 10; round++) {
                callAndReload(module);
            }
            List<LayerEvent> early = warnings();
            callAndReload(module);

            assertThat(early).isEmpty();
            assertThat(module.generation()).hasToString("chat#12");
            assertThat(warnings())
                    .containsExactly(new LayerEvent.TooManyGenerations(
                            "chat",
                            IntStream.rangeClosed(1, 10)
                                    .mapToObj(number -> new GenerationName("chat", number))
                                    .toList(),
                            10));
        }
    }

    @Test
    @DisplayName("G40 GO_ON: nothing is told and nothing is refused")
    void reload_policyGoesOn_goesOn() {
        Path jar = host.chat(HELD).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = manager(1, Excess.GO_ON).build()) {
            LoadedModule module = manager.load(jar);
            callAndReload(module);
            callAndReload(module);
            callAndReload(module);

            assertThat(module.generation()).hasToString("chat#4");
            assertThat(warnings()).isEmpty();
        }
    }

    @Test
    @DisplayName("G40 A module that leaks nothing is reloaded at a bound of one for as long as one likes")
    void reload_nothingIsHeld_isNeverRefused() throws Exception {
        assumeThat(LayerManager.class.getModule().isNamed())
                .as("on the class path the JVM would be the same again")
                .isTrue();
        Path jar = host.chat("return text;").toJar(directory.resolve("chat.jar"));

        // a long compilation holds what it compiles, on a busy machine longer than two collections take
        List<String> lines = new ForkedJvm(directory, host.contractJar())
                .run(BoundHost.class, List.of("-XX:TieredStopAtLevel=1"), jar, 10);

        assertThat(lines).containsExactly("chat#11");
    }

    @Test
    @DisplayName(
            "G40 PASSIVE: garbage that no collection has looked at does not count, what outlived two collections does")
    void passive_countsWhatOutlivedCollections() throws Exception {
        Path jar = host.chat(HELD).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager =
                manager(2, Excess.REFUSE).collecting(CollectionPolicy.passive()).build()) {
            LoadedModule module = manager.load(jar);
            callAndReload(module);
            callAndReload(module);
            callAndReload(module);
            Patience.until("the bound is reached", () -> {
                System.gc();
                return isRefused(module);
            });

            letGo();
            Patience.until("the bound is free", () -> {
                System.gc();
                return !isRefused(module);
            });
            assertThat(warnings()).isEmpty();
        }
    }

    private static boolean isRefused(LoadedModule module) {
        return catchThrowableOfType(TooManyGenerationsException.class, module::reload) != null;
    }

    private LayerManagerBuilder manager(int limit, Excess excess) {
        return host.manager().bounding(new GenerationPolicy(limit, excess)).listener(events::add);
    }

    private void callAndReload(LoadedModule module) {
        host.command(module).apply("ping");
        module.reload();
    }

    private static void letGo() {
        System.getProperties().keySet().removeIf(key -> key.toString().startsWith("layers.held"));
    }

    private List<LayerEvent> warnings() {
        return events.stream()
                .filter(LayerEvent.TooManyGenerations.class::isInstance)
                .toList();
    }
}
