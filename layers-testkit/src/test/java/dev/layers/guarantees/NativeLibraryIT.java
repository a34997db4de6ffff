package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A native library goes from one generation to the next when the JVM has let the first go, and not before. */
class NativeLibraryIT {
    private static final String LOAD = """
            if (text.equals("hold")) {
                ((java.util.function.Consumer) System.getProperties().get("layers.hold")).accept(this);
                return text;
            }
            try {
                System.load(text);
                return "loaded";
            } catch (UnsatisfiedLinkError refused) {
                return refused.getMessage();
            }
            """;

    @TempDir
    Path directory;

    private TestHost host;
    private Path one;
    private Path two;
    private Path library;
    private final AtomicReference<@Nullable Object> held = new AtomicReference<>();

    @BeforeEach
    void host() throws Exception {
        Consumer<@Nullable Object> holding = held::set;
        System.getProperties().put("layers.hold", holding);
        host = TestHost.create(directory);
        one = module("one");
        two = module("two");
        library = NativeFile.copyTo(directory);
    }

    @AfterEach
    void close() throws Exception {
        System.getProperties().remove("layers.hold");
        host.close();
    }

    @Test
    @DisplayName("Control: without Layers, a second layer cannot load a library while the first lives")
    void bareLayers_loadALibraryOnce() throws Exception {
        UnaryOperator<String> first = exported();
        UnaryOperator<String> second = exported();

        assertThat(first.apply(library.toString())).isEqualTo("loaded");
        assertThat(second.apply(library.toString())).contains("already loaded in another classloader");
    }

    @Test
    @DisplayName("A library of a module that serves is refused by name; once that is unloaded, it can be loaded")
    void libraryOfServingModule_isRefusedByName() throws Exception {
        try (LayerManager manager = host.manager().build()) {
            LoadedModule holder = manager.load(one);
            LoadedModule successor = manager.load(two);
            assertThat(load(holder)).isEqualTo("loaded");
            assertThat(load(holder)).isEqualTo("loaded");

            assertThat(load(successor))
                    .isEqualTo(
                            "Module 'two#1': native library '" + library + "' is still loaded by 'one#1', which serves;"
                                    + " unload it first, or have each generation load a copy of the file");
            UnloadReport report = holder.unload();
            assertThat(load(successor)).isEqualTo("loaded");

            assertThat(report).isClean();
            assertThat(report.notes())
                    .containsExactly("native: '" + library + "' stays loaded until the generation is collected");
            assertThat(successor.unload()).isClean();
        }
    }

    @Test
    @DisplayName("A library of a module of another manager is refused by name, and waited for once that is unloaded")
    void libraryOfAnotherManager_isRefusedByName() throws Exception {
        try (LayerManager manager = host.manager().build();
                LayerManager another = host.manager().build()) {
            LoadedModule holder = manager.load(one);
            LoadedModule successor = another.load(two);
            assertThat(load(holder)).isEqualTo("loaded");

            assertThat(load(successor))
                    .isEqualTo(
                            "Module 'two#1': native library '" + library + "' is still loaded by 'one#1', which serves;"
                                    + " unload it first, or have each generation load a copy of the file");
            holder.unload();
            assertThat(load(successor)).isEqualTo("loaded");
        }
    }

    @Test
    @DisplayName("A library of a generation that was replaced is waited for until the JVM has let it go")
    void libraryOfEarlierGeneration_isWaitedFor() throws Exception {
        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(one);

            for (int generation = 1; generation < 5; generation++) {
                assertThat(load(module)).as("generation %s", generation).isEqualTo("loaded");
                module.reload();
            }

            assertThat(module.unload()).isClean();
        }
    }

    @Test
    @DisplayName(
            "A library of a module that was unloaded and is held is refused by name; once let go, it can be loaded")
    void libraryOfHeldModule_isRefusedByName() throws Exception {
        UnloadPolicy brief = UnloadPolicy.standard().hooksFor(Duration.ofSeconds(1));

        try (LayerManager manager = host.manager().unloading(brief).build()) {
            LoadedModule holder = manager.load(one);
            load(holder);
            host.command(holder).apply("hold");
            holder.unload();
            LoadedModule successor = manager.load(two);

            assertThat(load(successor))
                    .isEqualTo("Module 'two#1': native library '" + library + "' is still loaded by 'one#1', which was"
                            + " unloaded and is not collected yet; find what holds it, or have each generation load a copy"
                            + " of the file");
            held.set(null);
            assertThat(load(successor)).isEqualTo("loaded");
            assertThat(successor.unload()).isClean();
        }
    }

    @Test
    @DisplayName("What cannot be loaded is nobody's")
    void fileThatIsNoLibrary_isNobodys() throws Exception {
        Files.writeString(library, "none");

        try (LayerManager manager = host.manager().build()) {
            LoadedModule holder = manager.load(one);
            String first = load(holder);
            String second = load(manager.load(two));

            assertThat(second).isEqualTo(first).doesNotContain("is still loaded by");
            assertThat(holder.unload().notes()).isEmpty();
        }
    }

    private Path module(String name) {
        return ModuleSource.module(
                        "module " + name + " { requires bot.api; provides bot.Command with " + name + ".Chat; }")
                .type("package " + name
                        + "; public class Chat implements bot.Command { public String apply(String text) { " + LOAD
                        + " } }")
                .dependsOn(host.contractJar())
                .toJar(directory.resolve(name + ".jar"));
    }

    private String load(LoadedModule module) {
        return host.command(module).apply(library.toString());
    }

    private UnaryOperator<String> exported() throws Exception {
        Path bare = ModuleSource.module(
                        "module chat { requires bot.api; exports acme; provides bot.Command with acme.Chat; }")
                .type("package acme; public class Chat implements bot.Command { public String apply(String text) { "
                        + LOAD + " } }")
                .dependsOn(host.contractJar())
                .toJar(directory.resolve("chat.jar"));
        return BareLayer.of(host, bare).command();
    }
}
