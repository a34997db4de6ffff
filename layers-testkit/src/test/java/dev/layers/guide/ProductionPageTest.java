package dev.layers.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.ArtifactPolicy;
import dev.layers.ExplanationPolicy;
import dev.layers.GenerationPolicy;
import dev.layers.ReloadPolicy;
import dev.layers.UnloadPolicy;
import dev.layers.WatchPolicy;
import dev.layers.guarantees.Combination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page about production says of defaults and collectors is what policies and tests have. */
class ProductionPageTest {
    private static final Path PAGE = Path.of("../docs/production.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| (\\w+) \\|(.*)\\|(.*)\\|(.*)\\| `UNCONFIRMED` \\|$", Pattern.MULTILINE);

    @Test
    void defaults_areThoseOfThePolicies() throws IOException {
        UnloadPolicy unload = UnloadPolicy.standard();
        ArtifactPolicy artifact = ArtifactPolicy.standard();
        WatchPolicy watch = WatchPolicy.standard();
        ExplanationPolicy.HeapDump dump = ExplanationPolicy.heapDump();

        assertThat(Files.readString(PAGE))
                .contains("| calls that run at unload | " + unload.drain().toSeconds()
                        + " s, then the unload is refused; ")
                .contains("undoing what it left | " + unload.hooks().toSeconds() + " s each |")
                .contains("| threads | " + unload.threads().toSeconds() + " s |")
                .contains("stop-first reload | "
                        + ReloadPolicy.standard().patience().toSeconds() + " s |")
                .contains("| warning at " + GenerationPolicy.standard().limit() + " |")
                .contains("| " + artifact.entries() + ", " + (artifact.inflated() >> 20) + " MiB, " + artifact.depth()
                        + " |")
                .contains("called broken | " + artifact.quiet().toMillis() + " ms |")
                .contains("quiet, look | " + watch.quiet().toMillis() + " ms, "
                        + watch.poll().toSeconds() + " s |")
                .contains("| " + (dump.largestHeap() >> 30) + " GiB, "
                        + dump.limit().toSeconds() + " s, " + dump.paths() + " |");
    }

    /** As much as {@code UnloadPolicy.total()}, which is not public; a start is no part of an unload, code of threads is. */
    @Test
    void longestUnload_isThatOfTheManagerShown() throws IOException {
        UnloadPolicy shown = UnloadPolicy.standard().drainFor(Duration.ofSeconds(30));

        Duration longest = shown.drain()
                .plus(shown.drain())
                .plus(shown.hooks().multipliedBy(4))
                .plus(shown.threads());

        assertThat(Files.readString(PAGE))
                .contains("drainFor(Duration.ofSeconds(" + shown.drain().toSeconds() + "))")
                .contains("\n" + longest.toSeconds() + " s a module.");
    }

    @Test
    void collectors_areThoseThatAreTested() throws IOException {
        assertThat(ROW.matcher(Files.readString(PAGE)).results().map(row -> row.group(1)))
                .containsExactlyElementsOf(Combination.COLLECTORS);
    }

    @Test
    void flags_areToldAsTheyAreTested() throws IOException {
        List<String> columns = List.of(Combination.NONE, Combination.NO_EXPLICIT, Combination.CONCURRENT);

        assertThat(ROW.matcher(Files.readString(PAGE)).results())
                .allSatisfy(row -> assertThat(columns)
                        .allSatisfy(flag -> assertThat(
                                        row.group(columns.indexOf(flag) + 2).contains("tells"))
                                .as(row.group(1) + " " + flag)
                                .isEqualTo(new Combination(row.group(1), flag).isUnloading())));
    }
}
