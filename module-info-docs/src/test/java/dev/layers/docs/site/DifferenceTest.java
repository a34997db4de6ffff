package dev.layers.docs.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final Path FILE = Path.of("docs", "a.md");

    @Test
    void changedLines_areAUnifiedDiff() {
        List<Difference> differences = Difference.between(FILE, "a\nb\nc\nd\ne\nf\n", "a\nb\nc\nd\nx\n");

        assertThat(differences)
                .containsExactly(new Difference(
                        FILE,
                        Difference.Kind.CHANGED,
                        List.of(
                                "--- " + FILE + " as it is",
                                "+++ " + FILE + " as it would be written",
                                "@@ -2,5 +2,4 @@",
                                " b",
                                " c",
                                " d",
                                "-e",
                                "-f",
                                "+x")));
    }

    @Test
    void lineEndings_areNoDifference() {
        assertThat(Difference.between(FILE, "a\r\nb\r\n", "a\nb\n")).isEmpty();
    }

    @Test
    void emptyFile_lacksEveryLine() {
        assertThat(Difference.between(FILE, "", "a\n"))
                .flatExtracting(Difference::diff)
                .containsExactly(
                        "--- " + FILE + " as it is",
                        "+++ " + FILE + " as it would be written",
                        "@@ -0,0 +1,1 @@",
                        "+a");
    }

    @Test
    void text_saysWhatIsMissingOrStale() {
        assertThat(Difference.missing(FILE).text()).isEqualTo(FILE + ": missing");
        assertThat(Difference.stale(FILE).text()).isEqualTo(FILE + ": stale, nothing that was given has this page");
    }
}
