package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that lets go of a manager or a module without a word is told so; one that closes them is not. */
class DroppedIT {
    @TempDir
    Path directory;

    private final List<String> dropped = new CopyOnWriteArrayList<>();
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
    @DisplayName("G24 A manager dropped without close() is reported with what it has loaded")
    void manager_isDropped_isReported() throws Exception {
        Path jar = host.chat("return text;").toJar(directory.resolve("chat.jar"));

        LoadedModule module = loadAndDropManager(jar);
        untilDropped(1);

        assertThat(dropped)
                .containsExactly("Manager 'bot': dropped without close(), modules still loaded: ['chat#1'];"
                        + " close it when it is no longer needed");
        assertThat(host.command(module).apply("ping")).isEqualTo("ping");
        assertThat(module.unload()).isClean();
    }

    @Test
    @DisplayName("G24 A module handle dropped without unload() is reported, once, and the module serves on")
    void handle_isDropped_isReported() throws Exception {
        Path jar = host.chat("return text;").toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = manager()) {
            manager.load(jar);
            untilDropped(1);

            assertThat(dropped)
                    .containsExactly("Module 'chat#1': its handle was dropped without unload();"
                            + " manager 'bot' still has it under its name");
            LoadedModule module = manager.module("chat").orElseThrow();
            assertThat(host.command(module).apply("ping")).isEqualTo("ping");
            assertThat(module.unload()).isClean();
        }
    }

    @Test
    @DisplayName("G24 A handle dropped after unload() is not reported")
    void handle_isUnloadedAndDropped_isNotReported() throws Exception {
        Path jar = host.chat("return text;").toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = manager()) {
            WeakReference<LoadedModule> unloaded = loadAndUnload(manager, jar);
            untilCleared(unloaded);
            manager.load(jar);
            untilDropped(1);

            assertThat(dropped)
                    .as("only the second one, which was reported after the first was gone")
                    .containsExactly("Module 'chat#2': its handle was dropped without unload();"
                            + " manager 'bot' still has it under its name");
        }
    }

    @Test
    @DisplayName("G24 A handle that was looked up, of a module that nobody loaded by itself, may be dropped")
    void handle_ofADeployedModuleIsDropped_isNotReported() throws Exception {
        Path set = Files.createDirectory(directory.resolve("set"));
        host.chat("return text;").toJar(set.resolve("chat.jar"));
        Path other = host.chat("return text;").toJar(directory.resolve("other.jar"));

        try (LayerManager manager = manager();
                LayerManager second = manager()) {
            assertThat(manager.loadAll(set).isClean()).isTrue();
            untilCleared(new WeakReference<>(manager.module("chat").orElseThrow()));
            second.load(other);
            untilDropped(1);

            assertThat(dropped).as("only the one that was loaded, later").hasSize(1);
        }
    }

    @Test
    @DisplayName("G24 A manager dropped after close() is not reported, nor are its modules")
    void manager_isClosedAndDropped_isNotReported() throws Exception {
        Path jar = host.chat("return text;").toJar(directory.resolve("chat.jar"));

        WeakReference<LayerManager> closed = loadAndClose(jar);
        untilCleared(closed);
        LoadedModule other = loadAndDropManager(jar);
        untilDropped(1);

        assertThat(dropped)
                .as("only the second one, which was reported after the first was gone")
                .containsExactly("Manager 'bot': dropped without close(), modules still loaded: ['chat#1'];"
                        + " close it when it is no longer needed");
        assertThat(other.unload()).isClean();
    }

    private LayerManager manager() {
        return host.manager()
                .name("bot")
                .listener(event -> {
                    if (event instanceof LayerEvent.Dropped found) {
                        dropped.add(found.what());
                    }
                })
                .build();
    }

    private LoadedModule loadAndDropManager(Path jar) {
        return manager().load(jar);
    }

    private WeakReference<LayerManager> loadAndClose(Path jar) {
        try (LayerManager manager = manager()) {
            manager.load(jar);
            return new WeakReference<>(manager);
        }
    }

    private static WeakReference<LoadedModule> loadAndUnload(LayerManager manager, Path jar) {
        LoadedModule module = manager.load(jar);
        assertThat(module.unload()).isClean();
        return new WeakReference<>(module);
    }

    private void untilDropped(int count) throws Exception {
        Patience.until(count + " are reported as dropped", () -> {
            System.gc();
            return dropped.size() >= count;
        });
    }

    private static void untilCleared(WeakReference<?> reference) throws Exception {
        Patience.until("what was dropped is collected", () -> {
            System.gc();
            return reference.refersTo(null);
        });
    }
}
