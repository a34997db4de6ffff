package dev.layers.corpus;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.preflight.Finding;
import dev.layers.preflight.PreflightReport;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A check says what there is to know of artifacts that load, and no more. */
class NotedArtifactIT {
    @TempDir
    Path directory;

    static Stream<NotedArtifact> corpus() {
        return NotedCases.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    @DisplayName("Warnings and notes are told in full and refuse nothing")
    void notedArtifact_isLoaded(NotedArtifact noted) throws Exception {
        CorpusHost host = CorpusHost.create(directory);
        Path artifact = noted.recipe().make(host, directory);
        try (LayerManager manager = host.manager().build()) {
            PreflightReport before = manager.check(artifact);
            LoadedModule module = manager.load(artifact);
            PreflightReport report = noted.isLoaded() ? manager.check(artifact) : before;

            assertThat(report.isAccepted()).isTrue();
            assertThat(texts(report)).containsExactlyElementsOf(noted.messages());
            assertThat(host.answer(module, "ping")).isEqualTo("good ping");
            assertThat(module.unload()).isClean();
        }
    }

    private List<String> texts(PreflightReport report) {
        return report.findings().stream()
                .map(Finding::text)
                .map(text -> text.replace(directory.toString(), "{dir}"))
                .toList();
    }
}
