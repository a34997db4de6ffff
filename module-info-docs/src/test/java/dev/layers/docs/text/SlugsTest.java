package dev.layers.docs.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugsTest {
    @ParameterizedTest
    @CsvSource({
        "Setting up, setting-up",
        "Layers: the design, layers-the-design",
        "'Load, then call', load-then-call",
        "A & B, a--b",
        "snake_case and-dash, snake_case-and-dash",
        "Größe 1.5, größe-15",
        "'???', -1"
    })
    void slug_isWhatGitHubMakesOfAHeading(String heading, String slug) {
        assertThat(new Slugs(Set.of()).next(heading)).isEqualTo(slug);
    }

    @Test
    void slugs_areEachOneOfAKind() {
        Slugs slugs = new Slugs(Set.of("taken"));

        assertThat(slugs.next("Same")).isEqualTo("same");
        assertThat(slugs.next("Same")).isEqualTo("same-1");
        assertThat(slugs.next("Same 1")).isEqualTo("same-1-1");
        assertThat(slugs.next("Taken")).isEqualTo("taken-1");
    }
}
