package dev.layers.residue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed page says what the corpus says; {@code -Dpages=write} brings it up to date. */
class ResiduePageIT {
    private static final Path PAGE = Path.of("../docs/residue.md");

    @Test
    void page_isUpToDate() throws IOException {
        ResiduePage page = new ResiduePage();
        page.addAll(ResidueCorpusIT.groups());
        page.add("libraries", LibraryUnloadIT.rows().toList());

        if (System.getProperty("pages", "").equals("write")) {
            Files.writeString(PAGE, page.text());
        }

        assertThat(PAGE).as("run with -Dpages=write to bring it up to date").hasContent(page.text());
    }
}
