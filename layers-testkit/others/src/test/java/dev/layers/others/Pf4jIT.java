package dev.layers.others;

import static dev.layers.testkit.LayersAssertions.assertThatLoader;
import static dev.layers.testkit.LayersAssertions.assertUnloads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pf4j.JarPluginManager;
import org.pf4j.Plugin;
import org.pf4j.PluginManager;
import org.pf4j.PluginStateEvent;
import org.pf4j.PluginWrapper;

/** Unloads of PF4J plug-ins. */
class Pf4jIT {
    private static final List<PluginWrapper> SHOWN = new ArrayList<>();
    private static final List<Greeter> SERVING = new ArrayList<>();
    private static final List<PluginStateEvent> LOGGED = new ArrayList<>();

    // @start region="kept-wrapper-message"
    private static final String WRAPPER_KEPT = """
            Expected all that the body dropped to be COLLECTED but was:
              RETAINED, outlived {} collections in {} s
                still there: class loader (org.pf4j.PluginClassLoader)
                held by: object of org.pf4j.PluginWrapper keeps its class loader at .pluginClassLoader: static field dev.layers.others.Pf4jIT.SHOWN keeps org.pf4j.PluginWrapper at [0]
                  to do: remove it there when the module is unloaded
                  from static field dev.layers.others.Pf4jIT.SHOWN
                    class dev.layers.others.Pf4jIT .SHOWN
                    java.util.ArrayList .elementData
                    java.lang.Object[] [0]
                    org.pf4j.PluginWrapper .pluginClassLoader
                    org.pf4j.PluginClassLoader""";
    // @end

    @TempDir
    private Path plugins;

    private PluginManager manager;

    @BeforeEach
    void writePlugin() {
        plugin("chat");
        manager = new JarPluginManager(plugins);
    }

    @AfterEach
    void forget() {
        SHOWN.clear();
        SERVING.clear();
        LOGGED.clear();
    }

    // @start region="unloaded"
    @Test
    void unloadedPlugin_isCollected() {
        assertUnloads(() -> {
            manager.loadPlugin(plugins.resolve("chat.jar"));
            manager.startPlugin("chat");
            ClassLoader loader = manager.getPluginClassLoader("chat");
            manager.getExtensions(Greeter.class, "chat").forEach(greeter -> greeter.greet("Ada"));
            manager.unloadPlugin("chat");
            return loader;
        });
    }
    // @end

    @Test
    void extension_isCalled() {
        manager.loadPlugins();
        manager.startPlugins();

        assertThat(manager.getExtensions(Greeter.class, "chat"))
                .singleElement()
                .satisfies(greeter -> assertThat(greeter.greet("Ada")).isEqualTo("Hello Ada"));
    }

    // @start region="kept-wrapper"
    private void keepWrapper() {
        assertUnloads(() -> {
            manager.loadPlugin(plugins.resolve("chat.jar"));
            PluginWrapper plugin = manager.getPlugin("chat");
            SHOWN.add(plugin); // a static list of the host
            manager.unloadPlugin("chat");
            return plugin.getPluginClassLoader();
        });
    }
    // @end

    @Test
    void keptWrapper_holdsThePlugin() {
        String failure = Failure.of(this::keepWrapper);

        assertThat(failure).isEqualTo(WRAPPER_KEPT);
    }

    @Test
    void keptExtension_holdsThePlugin() {
        String failure = Failure.of(() -> assertUnloads(() -> {
            manager.loadPlugins();
            manager.startPlugins();
            SERVING.addAll(manager.getExtensions(Greeter.class, "chat"));
            ClassLoader loader = manager.getPluginClassLoader("chat");
            manager.unloadPlugin("chat");
            return loader;
        }));

        assertThat(SERVING).hasSize(1);
        assertThat(failure).contains("static field dev.layers.others.Pf4jIT.SERVING keeps acme.chat.Hello at [0]");
    }

    @Test
    void keptEvent_holdsThePlugin() {
        manager.addPluginStateListener(LOGGED::add);

        String failure = Failure.of(() -> assertUnloads(this::loadAndUnload));

        assertThat(failure)
                .contains("static field dev.layers.others.Pf4jIT.LOGGED keeps org.pf4j.PluginStateEvent at [0]")
                .contains(lines("org.pf4j.PluginStateEvent .plugin", "org.pf4j.PluginWrapper .pluginClassLoader"));
    }

    @Test
    void droppedEvent_doesNotHoldThePlugin() {
        manager.addPluginStateListener(event -> event.getPlugin().getPluginId());

        assertUnloads(this::loadAndUnload);
    }

    @Test
    void stoppedPlugin_isHeldUntilItIsUnloaded() {
        WeakReference<ClassLoader> loader = startAndStop();

        assertThat(Failure.of(() -> assertThatLoader(loader).isCollected())).contains("org.pf4j.JarPluginManager .");
        manager.unloadPlugin("chat");
        assertThatLoader(loader).isCollected();
    }

    private WeakReference<ClassLoader> startAndStop() {
        manager.loadPlugins();
        manager.startPlugin("chat");
        manager.stopPlugin("chat");
        return new WeakReference<>(manager.getPluginClassLoader("chat"));
    }

    @Test
    void stopPlugins_leavesOneOfTwoStarted() {
        plugin("news");
        manager.loadPlugins();
        manager.startPlugins();

        manager.stopPlugins();

        assertThat(manager.getStartedPlugins()).hasSize(1);
    }

    @Test
    void unloadedPlugin_leavesItsJarClosed() throws IOException {
        assertThat(OpenFiles.below(plugins)).isZero();
        manager.loadPlugins();
        manager.startPlugins();
        assertThat(OpenFiles.below(plugins)).isEqualTo(1);

        manager.unloadPlugin("chat");

        assertThat(OpenFiles.below(plugins)).isZero();
    }

    @Test
    void resourceReadByUrl_leavesTheJarOpen() throws IOException {
        assertUnloads(() -> {
            manager.loadPlugins();
            ClassLoader loader = manager.getPluginClassLoader("chat");
            try (InputStream stream =
                    loader.getResource("META-INF/extensions.idx").openStream()) {
                stream.readAllBytes();
            }
            manager.unloadPlugin("chat");
            return loader;
        });

        assertThat(OpenFiles.below(plugins)).isEqualTo(1);
    }

    @Test
    void resourceReadAsStream_leavesNothingOpen() throws IOException {
        manager.loadPlugins();
        try (InputStream stream = manager.getPluginClassLoader("chat").getResourceAsStream("META-INF/extensions.idx")) {
            assertThat(stream.readAllBytes()).isNotEmpty();
        }

        manager.unloadPlugin("chat");

        assertThat(OpenFiles.below(plugins)).isZero();
    }

    private static String lines(String... steps) {
        return String.join("\n        ", steps);
    }

    private ClassLoader loadAndUnload() {
        manager.loadPlugins();
        manager.startPlugins();
        ClassLoader loader = manager.getPluginClassLoader("chat");
        manager.unloadPlugin("chat");
        return loader;
    }

    private void plugin(String id) {
        ModuleSource.plain()
                .type("package acme." + id + "; public class Life extends org.pf4j.Plugin {}")
                .type("""
                        package acme.%s;

                        @org.pf4j.Extension
                        public class Hello implements dev.layers.others.Greeter {
                            @Override
                            public String greet(String name) {
                                return "Hello " + name;
                            }
                        }
                        """.formatted(id))
                .resource("META-INF/extensions.idx", "acme." + id + ".Hello\n")
                .manifest("Plugin-Id", id)
                .manifest("Plugin-Version", "1.0.0")
                .manifest("Plugin-Class", "acme." + id + ".Life")
                .dependsOn(Libraries.of(Plugin.class), Libraries.of(Greeter.class))
                .toJar(plugins.resolve(id + ".jar"));
    }
}
