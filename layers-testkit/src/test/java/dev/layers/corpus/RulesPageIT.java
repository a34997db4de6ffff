package dev.layers.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.preflight.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed page says what the rules say; {@code -Dpages=write} brings it up to date. */
class RulesPageIT {
    private static final Path PAGE = Path.of("../docs/rules.md");
    private static final Map<Rule, String> WITHOUT_EXAMPLE = new EnumMap<>(Map.of(
            Rule.NOT_CHECKED,
            "needs a JVM that runs class files newer than the ones that the byte code library knows",
            Rule.NOT_LINKED,
            "says nothing of the artifact, but of a host that loads none"));

    private final RulesPage page = RulesPage.of(Stream.concat(
            BadArtifactIT.corpus().flatMap(bad -> bad.messages().stream()),
            NotedArtifactIT.corpus().flatMap(noted -> noted.messages().stream())));

    @Test
    void page_isUpToDate() throws IOException {
        if (System.getProperty("pages", "").equals("write")) {
            Files.writeString(PAGE, page.text());
        }

        assertThat(PAGE).as("run with -Dpages=write to bring it up to date").hasContent(page.text());
    }

    @Test
    void everyRule_hasAnExample() {
        assertThat(Arrays.stream(Rule.values()).filter(rule -> !page.hasExample(rule)))
                .as("rules without an example in the corpus")
                .containsExactlyInAnyOrderElementsOf(WITHOUT_EXAMPLE.keySet());
    }
}
