package dev.layers.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageLinksTest {
    @TempDir
    Path root;

    @Test
    void links_leadToFilesAndHeadings() throws IOException {
        Files.writeString(root.resolve("b.md"), "# Of `b`, a page\n");
        Path page = Files.writeString(root.resolve("a.md"), """
                # A
                [b](b.md) [there](b.md#of-b-a-page) [here](#a) [web](https://example.org/#x)
                `[code](absent.md)`
                ```sh
                [code](absent.md)
                ```
                [absent](absent.md) [heading](b.md#b) [own](#b)
                """);

        assertThat(PageLinks.broken(page)).containsExactly("absent.md", "b.md#b", "#b");
    }
}
