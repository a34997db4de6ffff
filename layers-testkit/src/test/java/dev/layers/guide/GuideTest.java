package dev.layers.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed pages show what is compiled and tested; {@code -Dpages=write} brings their fences up to date. */
class GuideTest {
    private static final Path ROOT = Path.of("..");
    private static final Path DOCS = ROOT.resolve("docs");

    /** Pages whose fences other tests compare, by those tests. */
    private static final Map<String, String> WRITTEN_BY_OTHERS = Map.of(
            "other-systems.md", "others/src/test/java/dev/layers/others/OtherSystemsPageIT.java",
            "rules.md", "src/test/java/dev/layers/corpus/RulesPageIT.java");

    private static final Path TESTS = Path.of("src", "test", "java", "dev", "layers", "guide");
    private static final Path SOURCES = Path.of("src", "test", "guide");
    private static final Path OUTPUTS = SOURCES.resolve("output");

    private static final SnippetSource HEARTBEAT =
            new SnippetSource("heartbeat", "layers-testkit/src/test/guide/readme/acme/Heartbeat.java");

    @ParameterizedTest
    @MethodSource("pages")
    void page_showsTestedSources(String name) throws IOException {
        Path file = DOCS.resolve(name);
        GuidePage page = GuidePage.of(name, Files.readAllLines(file), ROOT);

        if (System.getProperty("pages", "").equals("write")) {
            Files.writeString(file, page.text());
        }

        assertThat(page.faults()).isEmpty();
        assertThat(file).as("run with -Dpages=write to bring it up to date").hasContent(page.text());
    }

    @ParameterizedTest
    @MethodSource("all")
    void page_linksToWhatIsThere(String name) throws IOException {
        assertThat(PageLinks.broken(DOCS.resolve(name)))
                .as("links that lead nowhere")
                .isEmpty();
    }

    /** That a file is there, as a comment above a fence says, does not make it tested. */
    @Test
    void everySourceAndOutput_isNamedByATest() throws IOException {
        String tests = texts(TESTS, ".java");

        assertThat(names(SOURCES))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(tests)
                        .as("tests of '" + name + "'")
                        .containsPattern("\"" + Pattern.quote(name) + "[\"/]"));
        assertThat(names(OUTPUTS))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(tests).contains("isShownAs(\"" + name.replace(".txt", "") + "\")"));
    }

    @Test
    void everyOutput_isShown() throws IOException {
        String pages = texts(DOCS, ".md");

        assertThat(names(OUTPUTS)).allSatisfy(name -> assertThat(pages).contains("guide/output/" + name + " -->"));
    }

    @Test
    void pagesOfOthers_needNoCommentsHere() throws IOException {
        for (Map.Entry<String, String> other : WRITTEN_BY_OTHERS.entrySet()) {
            GuidePage page = GuidePage.of(other.getKey(), Files.readAllLines(DOCS.resolve(other.getKey())), ROOT);

            assertThat(page.faults()).as("else it can be one of the pages here").isNotEmpty();
            assertThat(Path.of(other.getValue())).exists();
        }
    }

    /** The README has a test of its own, which runs its first fence. */
    @Test
    void readme_showsATestedModule() throws Exception {
        String[] fences = Files.readString(ROOT.resolve("README.md")).split("```java\n");

        String shown = fences[2].split("```")[0].strip();

        assertThat(fences).hasSize(3);
        assertThat(shown).isEqualTo(SourceRegion.read(ROOT, HEARTBEAT));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(OUTPUTS.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static String texts(Path directory, String ending) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(ending)).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    static List<String> pages() throws IOException {
        return all().stream()
                .filter(name -> !WRITTEN_BY_OTHERS.containsKey(name))
                .toList();
    }

    static List<String> all() throws IOException {
        try (Stream<Path> files = Files.walk(DOCS)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .map(file -> DOCS.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith("modules/"))
                    .sorted()
                    .toList();
        }
    }
}
