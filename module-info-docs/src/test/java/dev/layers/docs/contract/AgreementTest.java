package dev.layers.docs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages say of a contract, without loading it, is what Layers says, which loads it. */
class AgreementTest {
    private static final Path CORE_TESTS = Path.of("..", "layers-core", "src", "test", "java", "dev", "layers");
    private static final Path GUARANTEES =
            Path.of("..", "layers-testkit", "src", "test", "java", "dev", "layers", "guarantees");
    private static final Pattern TYPE = Pattern.compile("(?:interface|class|record|enum|@interface) (\\w+)");

    @TempDir
    private Path directory;

    @Test
    void contractOfTheTestsOfLayers_isReadAsLayersDescribesIt() throws Exception {
        String source = Files.readString(CORE_TESTS.resolve("ChatContract.java"));
        List<String> services = new ArrayList<>();
        for (String name : List.of(
                "Listener", "Room", "QuietRoom", "Parent", "Child", "Ordering", "Command", "BadCommand", "Kinds")) {
            services.add("dev.layers.ChatContract$" + name);
        }

        agree(BothSides.of(directory, Map.of("dev/layers/ChatContract.java", source), services));
    }

    @Test
    void unsoundContractOfTheTestsOfLayers_isReadAsLayersDescribesIt() throws Exception {
        List<String> sources = sources("ClassificationIT.java", "UNSOUND = List.of(");

        agree(BothSides.of(directory, files(sources), List.of("bot.Service")));
    }

    @Test
    void contractOfEveryKindOfTheTestsOfLayers_isReadAsLayersDescribesIt() throws Exception {
        List<String> sources = sources("BoundaryHost.java", "CONTRACT = List.of(");

        agree(BothSides.of(directory, files(sources), List.of("bot.Service", "bot.Shop")));
    }

    @Test
    void shapesOfTheTestsOfLayers_areReadAsLayersDescribesThem() throws Exception {
        List<String> sources = new ArrayList<>(sources("ShapesIT.java", "SHAPES = "));
        sources.addAll(sources("ShapesIT.java", "INTERNALS = "));
        sources.add("public interface Source<T> { T first(); default T again() { return first(); } }");
        sources.add("public interface Named { Object name(); }");
        Map<String, String> files = new HashMap<>();
        sources.forEach(source -> files.putAll(files(
                List.of("package own;\n" + source.replace("String first();", "String first(); String name();")))));

        agree(BothSides.of(directory, files, List.of("own.Internals", "own.Shapes")));
    }

    @Test
    void sampleContract_isReadAsLayersDescribesIt() throws Exception {
        Path classes = Path.of("..", "sample-host", "contract", "target", "classes");

        Path module = Path.of("..", "sample-module", "target", "classes");

        agree(BothSides.of(classes, List.of("dev.layers.sample.contract.Command"), module));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void generatedContract_isReadAsLayersDescribesIt(long seed) throws Exception {
        agree(BothSides.of(directory, GeneratedContract.files(seed), GeneratedContract.SERVICES));
    }

    private static void agree(BothSides sides) {
        assertThat(sides.described()).hasSizeGreaterThan(2);
        assertThat(sides.read()).isEqualTo(sides.described());
        assertThat(sides.readRefused()).isEqualTo(sides.refused());
        assertThat(sides.isReadRefusedAtJdk()).isEqualTo(sides.isRefusedAtJdk());
    }

    /** Returns the string literals of a list or constant of a test, so that both always compare the same sources. */
    private static List<String> sources(String test, String beginning) throws IOException {
        String text = Files.readString(GUARANTEES.resolve(test));
        int from = text.indexOf(beginning);
        assertThat(from).as(beginning).isPositive();
        String constant = text.substring(from, text.indexOf(";\n\n", from));
        Matcher literal = Pattern.compile("\"\"\"\n(.*?)\"\"\"|\"((?:[^\"\\\\]|\\\\.)*)\"", Pattern.DOTALL)
                .matcher(constant);
        List<String> sources = new ArrayList<>();
        while (literal.find()) {
            sources.add(literal.group(1) != null ? literal.group(1) : literal.group(2));
        }
        assertThat(sources).isNotEmpty();
        return sources;
    }

    private static Map<String, String> files(List<String> sources) {
        Map<String, String> files = new HashMap<>();
        for (String source : sources) {
            Matcher type = TYPE.matcher(source);
            assertThat(type.find()).isTrue();
            String packageName =
                    source.strip().substring("package ".length(), source.strip().indexOf(';'));
            files.put(packageName.replace('.', '/') + "/" + type.group(1) + ".java", source);
        }
        return files;
    }
}
