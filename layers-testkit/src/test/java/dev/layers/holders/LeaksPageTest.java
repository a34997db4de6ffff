package dev.layers.holders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.residue.ShownRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed page says what the corpus and the analysis say; {@code -Dpages=write} brings it up to date. */
class LeaksPageTest {
    private static final Path PAGE = Path.of("../docs/leaks.md");

    private static List<LeakKind> kinds() {
        return Stream.of(HostLeaks.all(), ThreadLeaks.all(), JvmLeaks.all())
                .flatMap(List::stream)
                .toList();
    }

    private static Stream<Case> corpus() {
        return Stream.of(
                        FieldCases.all(), ThreadCases.all(), RegistrationCases.all(), HostCases.all(), NearMisses.all())
                .flatMap(List::stream);
    }

    private static String page() throws IOException {
        return new LeaksPage(corpus(), residue()).text(kinds());
    }

    /** Returns the modules of the other page. */
    private static Map<String, LeaksPage.Residue> residue() throws IOException {
        return ShownRow.all().collect(Collectors.toMap(ShownRow::name, LeaksPageTest::row));
    }

    private static LeaksPage.Residue row(ShownRow row) {
        return new LeaksPage.Residue(row.code(), word(row));
    }

    private static String word(ShownRow row) {
        if (row.isTold()) {
            return "told";
        }
        if (row.isHeld()) {
            return "held";
        }
        return !row.with().isBlank() ? "undone" : row.without().isBlank() ? "" : "prevented";
    }

    @Test
    void page_isUpToDate() throws IOException {
        String page = page();

        if (System.getProperty("pages", "").equals("write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).as("run with -Dpages=write to bring it up to date").hasContent(page);
    }

    /** But for names of fields that only might mislead the analysis. */
    @Test
    void everyCase_standsOnce() {
        List<String> held = corpus().filter(one -> !one.held().paths().isEmpty())
                .map(Case::name)
                .filter(name -> !name.startsWith("host.named."))
                .toList();

        assertThat(kinds().stream().flatMap(kind -> kind.cases().stream())).containsExactlyInAnyOrderElementsOf(held);
    }

    @Test
    void everyNearMiss_standsThere() {
        List<String> misses = corpus().filter(one -> one.held().paths().isEmpty())
                .map(Case::name)
                .toList();

        assertThat(kinds().stream().flatMap(kind -> kind.cure().misses().stream()))
                .containsAll(misses);
    }

    @Test
    void everySentenceOfTheAnalysis_isOnThePage() throws IOException {
        String page = page();

        assertThat(AnalysisTexts.sentences())
                .hasSizeGreaterThan(90)
                .allSatisfy(text -> assertThat(page).contains(text));
    }

    @Test
    void everythingSeldom_isASentenceOfTheAnalysis() throws IOException {
        String known = String.join("\n", AnalysisTexts.all());

        assertThat(kinds().stream()
                        .flatMap(kind -> kind.seldom().stream())
                        .flatMap(text -> Stream.of(text.says(), text.advice()))
                        .flatMap(text -> Stream.of(text.split("…"))))
                .allSatisfy(part -> assertThat(known).contains(part.strip()));
    }
}
