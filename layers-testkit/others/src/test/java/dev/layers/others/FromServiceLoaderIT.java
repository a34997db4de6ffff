package dev.layers.others;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static dev.layers.testkit.LayersAssertions.assertUnloads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.CollectionPolicy;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleUnloadedException;
import dev.layers.ServiceContract;
import dev.layers.UnloadReport;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same host with {@code java.util.ServiceLoader} and with Layers, and both in one JVM. */
class FromServiceLoaderIT {
    private final List<String> heard = new ArrayList<>();

    @TempDir
    private Path plugins;

    private Path jar;
    private Greeter kept;

    @BeforeEach
    void writePlugin() {
        jar = ShownPlugins.layers(plugins.resolve("chat.jar"), "Hello");
    }

    // @start region="theirs"
    private void greetWithServiceLoader() throws IOException {
        URL[] place = {jar.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(place, Greeter.class.getClassLoader())) {
            for (Greeter greeter : ServiceLoader.load(Greeter.class, loader)) {
                heard.add(greeter.greet("Ada"));
            }
        }
    }
    // @end

    // @start region="ours"
    private UnloadReport greetWithLayers() {
        ServiceContract contract =
                ServiceContract.builder().provides(Greeter.class).build();
        CollectionPolicy requesting = CollectionPolicy.request(Duration.ofSeconds(20));
        try (LayerManager manager =
                LayerManager.builder(contract).collecting(requesting).build()) {
            LoadedModule chat = manager.load(jar);
            Greeter greeter = chat.service(Greeter.class);
            heard.add(greeter.greet("Ada"));
            kept = greeter; // holds nothing of the module once that is unloaded

            UnloadReport report = chat.unload();
            report.verdict().join();
            return report;
        }
    }
    // @end

    @Test
    void theirs_greets() throws IOException {
        greetWithServiceLoader();

        assertThat(heard).containsExactly("Hello Ada");
    }

    @Test
    void ours_greetsAndUnloadsCleanWithAKeptReference() {
        UnloadReport report = greetWithLayers();

        assertThat(heard).containsExactly("Hello Ada");
        assertThat(report).isClean();
        assertThatThrownBy(() -> kept.greet("Ada")).isInstanceOf(ModuleUnloadedException.class);
    }

    @Test
    void theSameJar_runsInBothSideBySide() throws IOException {
        assertUnloads(() -> {
            URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, Greeter.class.getClassLoader());
            try (loader) {
                ServiceLoader.load(Greeter.class, loader).forEach(greeter -> heard.add(greeter.greet("loader")));
                assertThat(greetWithLayers()).isClean();
            }
            return loader;
        });

        assertThat(heard).containsExactly("Hello loader", "Hello Ada");
    }
}
