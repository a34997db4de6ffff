package dev.layers.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.CollectionPolicy;
import dev.layers.LayerManager;
import dev.layers.ModuleStartException;
import dev.layers.ServiceContract;
import dev.layers.testkit.LayersAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/reload.md} shows does what it says. */
class ReloadPageIT {
    @TempDir
    Path directory;

    @Test
    void probe_decidesWhetherTheModuleIsLoaded() {
        Path jar = GuideSources.module("probing").toJar(directory.resolve("probing.jar"));
        ServiceContract contract = ServiceContract.builder().build();
        CollectionPolicy requesting = CollectionPolicy.request(Duration.ofSeconds(10));
        try (LayerManager manager =
                LayerManager.builder(contract).collecting(requesting).build()) {
            System.setProperty("database.down", "true");
            assertThatThrownBy(() -> manager.load(jar))
                    .isInstanceOf(ModuleStartException.class)
                    .hasMessageContaining("The database is down");

            System.clearProperty("database.down");
            LayersAssertions.assertThat(manager.load(jar).unload()).isClean();
        } finally {
            System.clearProperty("database.down");
        }
    }

    @Test
    void state_comesAlong() throws Exception {
        GuideHost host = new GuideHost(directory).having("scores");

        assertThat(host.run("ScoresHost")).isEqualTo("ann 1\nann 2\nann 3 in scores#2\n");
    }

    @Test
    void watch_loadsWhatLiesThere() throws Exception {
        GuideHost host = new GuideHost(directory).having("scores");

        assertThat(host.run("WatchingHost")).isEqualTo("ann 1\n");
    }

    @Test
    void plan_tellsWhatAFileWouldChange() throws Exception {
        GuideHost host = new GuideHost(directory).having("acme.fonts", "spelling", "tidy", "scores");
        GuideSources.sources("menu")
                .dependsOn(GuideSources.module("acme.fonts"))
                .dependsOn(GuideSources.contract())
                .toJar(host.plugin("menu"));
        GuideSources.module("acme.fonts").resource("news.txt", "bolder").toJar(host.plugin("new-fonts"));
        desire(
                "before.json",
                "acme.fonts from acme.fonts",
                "menu from menu",
                "spelling from spelling",
                "tidy from tidy");
        desire(
                "after.json",
                "acme.fonts from new-fonts",
                "menu from menu",
                "spelling from spelling",
                "scores from scores");

        String printed = host.run("PlanHost");

        new Printed(printed).isShownAs("reload-plan");
    }

    private void desire(String file, String... modules) throws IOException {
        String entries = Stream.of(modules)
                .map(module -> module.split(" from "))
                .map(module -> "{\"name\": \"" + module[0] + "\", \"source\": \"plugins/" + module[1] + ".jar\"}")
                .collect(Collectors.joining(", "));
        Files.writeString(directory.resolve(file), "{\"modules\": [" + entries + "]}");
    }
}
