package dev.layers.others;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static dev.layers.testkit.LayersAssertions.assertUnloads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.CollectionPolicy;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pf4j.JarPluginManager;
import org.pf4j.PluginManager;

/** The same host in PF4J and in Layers, and both in one JVM. */
class FromPf4jIT {
    private final List<String> heard = new ArrayList<>();

    @TempDir
    private Path plugins;

    private Path jar;

    @BeforeEach
    void choosePlace() {
        jar = plugins.resolve("chat.jar");
    }

    // @start region="theirs"
    private void greetWithPf4j(Runnable update) {
        PluginManager manager = new JarPluginManager(plugins);
        manager.loadPlugins();
        manager.startPlugins();
        manager.getExtensions(Greeter.class).forEach(greeter -> heard.add(greeter.greet("Ada")));

        manager.unloadPlugin("chat");
        update.run(); // replaces chat.jar
        manager.loadPlugin(plugins.resolve("chat.jar"));
        manager.startPlugin("chat");
        manager.getExtensions(Greeter.class).forEach(greeter -> heard.add(greeter.greet("Ada")));

        manager.unloadPlugin("chat");
    }
    // @end

    // @start region="ours"
    private UnloadReport greetWithLayers(Runnable update) {
        ServiceContract contract =
                ServiceContract.builder().provides(Greeter.class).build();
        CollectionPolicy requesting = CollectionPolicy.request(Duration.ofSeconds(20));
        try (LayerManager manager =
                LayerManager.builder(contract).collecting(requesting).build()) {
            manager.loadAll(plugins);
            List<Greeter> greeters = manager.services(Greeter.class);
            greeters.forEach(greeter -> heard.add(greeter.greet("Ada")));

            LoadedModule chat = manager.module("chat").orElseThrow();
            update.run(); // replaces chat.jar
            chat.reload();
            greeters.forEach(greeter -> heard.add(greeter.greet("Ada"))); // the same references

            UnloadReport report = chat.unload();
            report.verdict().join();
            return report;
        }
    }
    // @end

    @Test
    void theirs_greetsWithBothVersions() {
        ShownPlugins.pf4j(jar, "Hello");

        greetWithPf4j(() -> ShownPlugins.pf4j(jar, "Hi"));

        assertThat(heard).containsExactly("Hello Ada", "Hi Ada");
    }

    @Test
    void ours_greetsWithBothVersionsAndUnloadsClean() {
        ShownPlugins.layers(jar, "Hello");

        UnloadReport report = greetWithLayers(() -> ShownPlugins.layers(jar, "Hi"));

        assertThat(heard).containsExactly("Hello Ada", "Hi Ada");
        assertThat(report).isClean();
    }

    @Test
    void oneJar_runsInBothSideBySide() {
        ShownPlugins.both(jar, "Hello");

        assertUnloads(() -> {
            PluginManager theirs = new JarPluginManager(plugins);
            theirs.loadPlugins();
            theirs.startPlugins();
            theirs.getExtensions(Greeter.class).forEach(greeter -> heard.add(greeter.greet("PF4J")));
            UnloadReport report = greetWithLayers(() -> {});
            assertThat(report).isClean();
            ClassLoader loader = theirs.getPluginClassLoader("chat");
            theirs.unloadPlugin("chat");
            return loader;
        });

        assertThat(heard).containsExactly("Hello PF4J", "Hello Ada", "Hello Ada");
    }
}
