package dev.layers.residue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One module for every kind of residue, and one for all that looks like residue and is none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResidueCorpusIT {
    private final Map<String, Outcome> withLayers = new HashMap<>();
    private final Map<String, Outcome> inBareLayers = new HashMap<>();

    static Map<String, List<Row>> groups() {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        groups.put("threads", ThreadRows.all());
        groups.put("pools", PoolRows.all());
        groups.put("servers", ServerRows.all());
        groups.put("locals", LocalRows.all());
        groups.put("registrations", RegistrationRows.all());
        groups.put("logging", LoggingRows.all());
        groups.put("defaults", DefaultRows.all());
        groups.put("records", LanguageRows.records());
        groups.put("language", LanguageRows.all());
        groups.put("host", HostRows.all());
        groups.put("once", OnceRows.all());
        return groups;
    }

    private static Stream<Row> rows() {
        return groups().values().stream().flatMap(List::stream);
    }

    private static Map<String, List<Row>> groupsForThisJdk() {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        groups().forEach((name, rows) ->
                groups.put(name, rows.stream().filter(Row::isForThisJdk).toList()));
        return groups;
    }

    @Test
    void corpus_hasARowForEveryKind() {
        assertThat(rows().map(Row::name)).doesNotHaveDuplicates().hasSizeGreaterThan(120);
        assertThat(rows().filter(row -> !row.with().undone().isEmpty())).hasSizeGreaterThan(50);
        assertThat(rows().filter(row -> !row.with().findings().isEmpty())).hasSizeGreaterThan(10);
        assertThat(rows().filter(Row::isHarmless))
                .hasSizeGreaterThan(35)
                .allMatch(row -> row.with().findings().isEmpty());
    }

    @Test
    void corpus_hasANeighbourForEveryKindThatIsUndone() {
        List<String> kinds = kinds(row -> !row.with().undone().isEmpty());

        assertThat(kinds(row -> row.isSilent() || !row.with().findings().isEmpty()))
                .as("kinds with a module that is named, or about which there is nothing to say")
                .containsAll(kinds);
    }

    private static List<String> kinds(Predicate<Row> choice) {
        return rows().filter(choice)
                .map(row -> row.name().substring(0, row.name().indexOf('.')))
                .distinct()
                .toList();
    }

    @BeforeAll
    void run(@TempDir Path directory) throws Exception {
        Corpus corpus = new Corpus(directory);
        withLayers.putAll(corpus.run(LayersRun.class, groupsForThisJdk(), none -> List.of()));
        // nothing of the other half depends on where the host finds Layers
        if (LayerManager.class.getModule().isNamed()) {
            inBareLayers.putAll(corpus.run(BareRun.class, groupsForThisJdk(), none -> List.of()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rowsWithLayers")
    @DisplayName("G28 G32 G33 Residue is undone or named; what is none is not reported")
    void row_withLayers_isUndoneOrNamed(Row row) {
        Expected.with(row, withLayers.get(row.name()));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("rowsInBareLayers")
    @DisplayName("Control: without Layers, what is undone or named is really left, and the rest is not")
    void row_inBareLayer_isAsClaimed(Row row) {
        Expected.without(row, inBareLayers.get(row.name()));
    }

    Stream<Row> rowsWithLayers() {
        return rows().filter(Row::isForThisJdk);
    }

    Stream<Row> rowsInBareLayers() {
        return rowsWithLayers().filter(row -> inBareLayers.containsKey(row.name()));
    }
}
