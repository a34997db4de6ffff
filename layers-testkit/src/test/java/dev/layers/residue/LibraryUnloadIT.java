package dev.layers.residue;

import dev.layers.LayerManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Modules that bring libraries of the real world along and use them, whether they close them or not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryUnloadIT {
    private static final Path LIBRARIES = Path.of("target", "libraries");

    private final Map<String, Outcome> withLayers = new HashMap<>();
    private final Map<String, Outcome> inBareLayers = new HashMap<>();

    static Map<String, List<Row>> groups() {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        groups.put("h2", DatabaseRows.h2());
        groups.put("postgres", DatabaseRows.postgres());
        groups.put("hikari", DatabaseRows.hikari());
        groups.put("jackson", FrameworkRows.jackson());
        groups.put("logback", FrameworkRows.logback());
        groups.put("log4j", FrameworkRows.log4j());
        groups.put("guava", FrameworkRows.guava());
        groups.put("caffeine", FrameworkRows.caffeine());
        groups.put("validator", FrameworkRows.validator());
        groups.put("groovy", FrameworkRows.groovy());
        groups.put("yaml", FrameworkRows.yaml());
        groups.put("quartz", FrameworkRows.quartz());
        groups.put("quartz-stopped", FrameworkRows.quartzStopped());
        groups.put("okhttp", NetworkRows.okhttp());
        groups.put("httpclient", NetworkRows.httpClient());
        groups.put("netty", NetworkRows.netty());
        return groups;
    }

    static Stream<Row> rows() {
        return groups().values().stream().flatMap(List::stream);
    }

    private static Map<String, List<Row>> groupsForThisJdk() {
        Map<String, List<Row>> groups = groups();
        groups.replaceAll(
                (name, rows) -> rows.stream().filter(Row::isForThisJdk).toList());
        return groups;
    }

    @BeforeAll
    void run(@TempDir Path directory) throws Exception {
        Corpus corpus = new Corpus(directory);
        withLayers.putAll(corpus.run(LayersRun.class, groupsForThisJdk(), LibraryUnloadIT::libraries));
        // nothing of the other half depends on where the host finds Layers
        if (LayerManager.class.getModule().isNamed()) {
            inBareLayers.putAll(corpus.run(BareRun.class, groupsForThisJdk(), LibraryUnloadIT::libraries));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rowsWithLayers")
    @DisplayName("G32 Libraries that a module used are unloaded with it, closed or not, or are named")
    void library_withLayers_isUndoneOrNamed(Row row) {
        Expected.with(row, withLayers.get(row.name()));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("rowsInBareLayers")
    @DisplayName("Control: which libraries stay without Layers")
    void library_inBareLayer_isAsClaimed(Row row) {
        Expected.without(row, inBareLayers.get(row.name()));
    }

    Stream<Row> rowsWithLayers() {
        return rows().filter(Row::isForThisJdk);
    }

    Stream<Row> rowsInBareLayers() {
        return rowsWithLayers().filter(row -> inBareLayers.containsKey(row.name()));
    }

    private static List<Path> libraries(String jars) {
        List<Path> found = new ArrayList<>();
        for (String jar : jars.split(" ")) {
            if (!jar.isEmpty()) {
                found.add(library(jar));
            }
        }
        return found;
    }

    private static Path library(String jar) {
        try (Stream<Path> all = Files.list(LIBRARIES)) {
            return all.filter(file -> file.getFileName().toString().matches(jar + "-[0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No '" + jar + "' in " + LIBRARIES));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
