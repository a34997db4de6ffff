package dev.layers.testkit.check;

import dev.layers.retention.Hold;
import dev.layers.retention.RetentionPath;
import java.util.List;
import java.util.Optional;

/**
 * What a check came to.
 *
 * @param verdict what became of the plug-in
 * @param hold how it is held, if it is
 * @param residue what it left, also what was undone
 * @param paths what holds it
 * @param findings what somebody has to act on
 * @param run how it was run
 */
record CheckResult(
        CheckVerdict verdict,
        Optional<Hold> hold,
        List<LeftOver> residue,
        List<RetentionPath> paths,
        List<CheckFinding> findings,
        Run run) {
    CheckResult {
        residue = List.copyOf(residue);
        paths = List.copyOf(paths);
        findings = List.copyOf(findings);
    }

    /**
     * How a check was run.
     *
     * @param plugin what was checked
     * @param asked how many rounds were asked for
     * @param repeat how many there were
     * @param millis how long they took together
     */
    record Run(String plugin, int asked, int repeat, long millis) {}

    /** Returns whether every generation was collected, nothing stayed, and every call returned. */
    boolean isClean() {
        return verdict == CheckVerdict.COLLECTED && !isFaulty();
    }

    /** Returns what the process ends with. */
    ExitCode exitCode() {
        if (verdict == CheckVerdict.REFUSED) {
            return ExitCode.REFUSED;
        }
        if (isFaulty() || isHeld()) {
            return ExitCode.NOT_CLEAN;
        }
        return verdict == CheckVerdict.COLLECTED ? ExitCode.CLEAN : ExitCode.UNKNOWN;
    }

    private boolean isHeld() {
        return verdict == CheckVerdict.RETAINED && !hold.equals(Optional.of(Hold.SOFT));
    }

    private boolean isFaulty() {
        return residue.stream().anyMatch(left -> !left.isUndone())
                || findings.stream().anyMatch(finding -> finding.rule().equals(Calls.RULE));
    }
}
