package dev.layers.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The versions that {@code docs/getting-started.md} names are this one. */
class GettingStartedPageTest {
    @Test
    void project_isForThisVersion() throws IOException {
        String own =
                Files.readString(Path.of("..", "pom.xml")).split("<version>")[1].split("</version>")[0];

        assertThat(GuideSources.text("getting-started/pom.xml"))
                .contains("<layers.version>" + own + "</layers.version>");
        assertThat(Path.of("..", "docs", "getting-started.md")).content().contains("Layers " + own + " is not");
    }
}
