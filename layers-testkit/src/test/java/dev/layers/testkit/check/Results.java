package dev.layers.testkit.check;

import dev.layers.retention.Hold;
import dev.layers.retention.RetentionPath;
import java.util.List;
import java.util.Optional;

/** Results as tests need them. */
final class Results {
    static final LeftOver LEFT =
            new LeftOver("THREADS", "still runs: thread 'pump' (WAITING) at acme.Chat.pump(Chat.java:3)");
    static final LeftOver UNDONE = new LeftOver(LeftOver.UNDONE, "timer 'acme' was cancelled");
    static final CheckFinding FAILED_CALL =
            new CheckFinding("CALL", "acme.Api.run()", "it threw \"x\"", "a call", "mend it");
    static final CheckFinding NOTE = new CheckFinding("VERDICT", "chat#1", "softly held", "nothing", "use --strict");

    private static final RetentionPath PATH = new RetentionPath(
            "static field acme.Host.listeners",
            List.of("ArrayList[0]", "acme.Chat", "class loader 'chat#1'"),
            "listener kept in 'acme.Host.listeners'",
            "remove the listener when the module is unloaded");

    private Results() {}

    static CheckResult collected(LeftOver... residue) {
        return of(CheckVerdict.COLLECTED, Optional.empty(), List.of(residue), List.of());
    }

    static CheckResult collected(CheckFinding finding) {
        return of(CheckVerdict.COLLECTED, Optional.empty(), List.of(), List.of(finding));
    }

    static CheckResult retained(Hold hold, CheckFinding... findings) {
        CheckResult result = of(CheckVerdict.RETAINED, Optional.of(hold), List.of(), List.of(findings));
        return hold == Hold.STRONG ? held(result) : result;
    }

    static CheckResult without(CheckVerdict verdict, CheckFinding... findings) {
        return of(verdict, Optional.empty(), List.of(), List.of(findings));
    }

    private static CheckResult held(CheckResult result) {
        return new CheckResult(
                result.verdict(), result.hold(), List.of(LEFT, UNDONE), List.of(PATH), result.findings(), result.run());
    }

    private static CheckResult of(
            CheckVerdict verdict, Optional<Hold> hold, List<LeftOver> residue, List<CheckFinding> findings) {
        return new CheckResult(
                verdict, hold, residue, List.of(), findings, new CheckResult.Run("chat.jar", 50, 3, 1234));
    }
}
