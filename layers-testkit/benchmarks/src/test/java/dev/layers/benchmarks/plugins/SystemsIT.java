package dev.layers.benchmarks.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.benchmarks.jvm.Departures;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SystemsIT {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void plugins_areLoadedCalledAndCollected(Systems kind) throws Exception {
        List<PluginJar> jars = PluginJars.of(directory, 5).write(2);
        Departures departures = new Departures();
        try (PluginSystem system = kind.start()) {
            for (PluginJar jar : jars) {
                Plugin plugin = system.load(jar);
                assertThat(plugin.call("text")).startsWith("text");
                assertThat(plugin.lookUp()).isNotNull();
                departures.add(plugin.unload());
            }

            assertThat(departures.await()).isPositive();
        }
    }
}
