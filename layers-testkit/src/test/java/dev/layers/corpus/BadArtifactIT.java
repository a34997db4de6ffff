package dev.layers.corpus;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.PreflightException;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import dev.layers.preflight.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad artifact is refused in full words, no code of it runs, and the manager goes on to work. */
class BadArtifactIT {
    @TempDir
    Path directory;

    static Stream<BadArtifact> corpus() {
        return Stream.of(
                        ArtifactCases.all(),
                        LinkageCases.all(),
                        MemberCases.all(),
                        HeritageCases.all(),
                        ProviderCases.all(),
                        ArchiveCases.all(),
                        EntryCases.all(),
                        ClassFileCases.all(),
                        DescriptorCases.all(),
                        NameCases.all(),
                        ResolutionCases.all(),
                        VersionCases.all(),
                        ContractCases.all(),
                        PermissionCases.all(),
                        TrustCases.all())
                .flatMap(cases -> cases);
    }

    @Test
    void corpus_hasABadArtifactForEveryRule() {
        Set<String> told = corpus().flatMap(bad -> bad.messages().stream())
                .map(message -> message.substring(0, message.indexOf(' ')))
                .collect(Collectors.toSet());

        assertThat(corpus().map(BadArtifact::name)).doesNotHaveDuplicates().hasSizeGreaterThan(150);
        assertThat(told).containsAll(rules());
    }

    private static List<String> rules() {
        return Stream.of(Rule.values())
                .filter(rule -> rule.severity() == Severity.ERROR)
                // says nothing of the artifact, but of a host that loads none
                .filter(rule -> rule != Rule.NOT_LINKED)
                .map(Rule::id)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    @DisplayName("G4 G8 G9 G10 G13 G15 Bad artifacts are refused by name")
    void badArtifact_isRefused(BadArtifact bad) throws Exception {
        try (CorpusHost host = CorpusHost.create(directory)) {
            Path good = bad.good().make(host, directory);
            Path artifact = bad.recipe().make(host, directory);
            try (LayerManager manager = bad.settings().of(host, good).build()) {
                assertThatExceptionOfType(PreflightException.class)
                        .isThrownBy(() -> manager.load(artifact, host.libraries()))
                        .satisfies(refused ->
                                assertThat(errors(refused)).containsExactlyElementsOf(messages(bad, artifact)));

                assertThat(host.traces()).as("code of the module that ran").isEmpty();
                LoadedModule module = manager.load(good);
                assertThat(host.answer(module, "ping")).isEqualTo("good ping");
                assertThat(module.unload()).isClean();
            }
        }
    }

    private List<String> messages(BadArtifact bad, Path artifact) throws IOException, GeneralSecurityException {
        String digest = Files.isRegularFile(artifact) ? digest(artifact) : "";
        return bad.messages().stream()
                .map(text -> text.replace("{dir}", directory.toString())
                        .replace("{java}", String.valueOf(Runtime.version().feature()))
                        .replace("{sha256}", digest))
                .toList();
    }

    static String digest(Path file) throws IOException, GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static List<String> errors(PreflightException refused) {
        return refused.report().errors().stream().map(Finding::text).toList();
    }
}
