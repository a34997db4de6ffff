package dev.layers.testkit.check;

import dev.layers.StepReport;
import dev.layers.UnloadReport;
import dev.layers.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One load of a plug-in up to the verdict on it.
 *
 * @param report what the unload came to
 * @param verdict what the JVM made of it in the end
 * @param failures calls that failed
 */
record Round(UnloadReport report, Verdict verdict, List<CheckFinding> failures) {
    static final String VERDICT = "VERDICT";

    private static final String STRICT = "run the check with --strict, which has the JVM clear soft references at once";

    boolean isClean() {
        return verdict instanceof Verdict.Collected && report.findings().isEmpty() && failures.isEmpty();
    }

    /** Returns what was left, step by step, and then what was undone. */
    List<LeftOver> residue() {
        Stream<LeftOver> left = report.steps().stream().flatMap(Round::left);
        Stream<LeftOver> undone = report.undone().stream().map(text -> new LeftOver(LeftOver.UNDONE, text));
        return Stream.concat(left, undone).toList();
    }

    private static Stream<LeftOver> left(StepReport step) {
        return step.findings().stream().map(text -> new LeftOver(step.step().name(), text));
    }

    /** Returns the calls that failed, and why nobody can tell more, if so. */
    List<CheckFinding> findings() {
        List<CheckFinding> findings = new ArrayList<>(failures);
        if (verdict instanceof Verdict.Unconfirmed unconfirmed) {
            findings.add(unconfirmed(unconfirmed.reason()));
        }
        if (verdict instanceof Verdict.Retained retained) {
            addNotes(retained, findings);
        }
        return findings;
    }

    private CheckFinding unconfirmed(String reason) {
        return switch (report.outcome()) {
            case REFUSED ->
                finding(
                        reason,
                        "calls that end before the unload",
                        "mend the call that runs on, or raise --call-limit");
            case STOPPED -> finding(reason, "hooks that end in time", "mend the hook, or raise --start-limit");
            case RELEASED ->
                finding(
                        reason,
                        "collections that unload classes",
                        "run the check without JVM options that prevent them");
        };
    }

    private void addNotes(Verdict.Retained retained, List<CheckFinding> findings) {
        switch (retained.retention().hold()) {
            case SOFT -> findings.add(finding("softly held", "no reference to it but weak ones", STRICT));
            case UNEXAMINED ->
                retained.retention()
                        .notes()
                        .forEach(note -> findings.add(
                                finding(note, "a heap dump of what holds it", "remove that obstacle and check again")));
            case STRONG -> {}
        }
    }

    private CheckFinding finding(String found, String wanted, String advice) {
        return new CheckFinding(VERDICT, report.generation().toString(), found, wanted, advice);
    }
}
