package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.Change.Kind;
import dev.layers.DeploymentReport.Failure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people read of a report, in full. */
class DeploymentReportTest {
    private static final String ONE = "1111111111112222222222223333333333334444444444445555555555556666";

    @Test
    void text_tellsWhatWasDoneAndWhatWasNot() {
        Change load = change(Kind.LOAD, "chat");
        Change keep = change(Kind.KEEP, "kept");
        Failure failed = new Failure(change(Kind.LOAD, "late"), "no port", Optional.empty());
        Failure refused = new Failure(change(Kind.REFUSE, "bad"), "not a zip archive", Optional.empty());

        DeploymentReport report = new DeploymentReport(List.of(load, keep), List.of(failed, refused), List.of());

        assertThat(report.text()).isEqualTo("""
                + chat (sha256 111111111111) from chat.jar
                = kept
                ! failed: late: no port
                ! refused: bad: not a zip archive""");
        assertThat(report).hasToString(report.text());
        assertThat(report.isClean()).isFalse();
    }

    @Test
    void report_withoutFailure_isClean() {
        DeploymentReport report = new DeploymentReport(List.of(change(Kind.LOAD, "chat")), List.of(), List.of());

        assertThat(report.isClean()).isTrue();
    }

    @Test
    void problems_areToldTogether() {
        DeploymentRefusedException one = new DeploymentRefusedException("/srv/modules.json", List.of("1:1: a"));
        DeploymentRefusedException two =
                new DeploymentRefusedException("/srv/modules.json", List.of("1:1: a", "2:5: b"));

        assertThat(one).hasMessage("/srv/modules.json: 1:1: a");
        assertThat(two).hasMessage("/srv/modules.json: 2 problems:\n  1:1: a\n  2:5: b");
        assertThat(two.problems()).containsExactly("1:1: a", "2:5: b");
    }

    private static Change change(Kind kind, String module) {
        return new Change(kind, module, module + ".jar", Optional.empty(), Optional.of(ONE), "");
    }
}
