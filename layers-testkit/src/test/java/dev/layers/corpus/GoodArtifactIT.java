package dev.layers.corpus;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What looks odd and is good is neither refused nor warned of. */
class GoodArtifactIT {
    @TempDir
    Path directory;

    static Stream<GoodArtifact> corpus() {
        return Stream.of(GoodArchives.all(), GoodPlaces.all(), GoodModules.all(), GoodLibraries.all())
                .flatMap(cases -> cases);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    @DisplayName("Odd artifacts that are good load, answer and unload clean, without a warning")
    void goodArtifact_works(GoodArtifact good) throws Exception {
        try (CorpusHost host = CorpusHost.create(directory)) {
            Path artifact = good.recipe().make(host, directory);
            try (LayerManager manager = good.settings().of(host, artifact).build()) {
                List<Finding> findings =
                        manager.check(artifact, host.libraries()).findings();
                assertThat(findings).noneMatch(finding -> finding.severity() != Severity.NOTE);

                LoadedModule module = manager.load(artifact, host.libraries());
                assertThat(host.answer(module, "ping")).isEqualTo(good.answer());
                assertThat(module.unload()).isClean();
            }
        }
    }
}
