package dev.layers.testkit;

import dev.layers.UnloadReport;
import dev.layers.UnloadReport.Outcome;
import dev.layers.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about what an unload came to. Those about the verdict wait for it, {@linkplain #waitingFor ten seconds} at
 * the most.
 *
 * @since 0.1
 */
public final class UnloadReportAssert extends AbstractAssert<UnloadReportAssert, UnloadReport> {
    private Duration patience = Duration.ofSeconds(10);

    UnloadReportAssert(UnloadReport report) {
        super(report, UnloadReportAssert.class);
    }

    /**
     * Sets how long the following assertions wait for a verdict.
     *
     * @param limit the longest wait
     * @return these assertions
     */
    public UnloadReportAssert waitingFor(Duration limit) {
        patience = limit;
        return this;
    }

    /**
     * Verifies that the generation was released.
     *
     * @return these assertions
     * @throws AssertionError if the unload was refused
     */
    public UnloadReportAssert isReleased() {
        return hasOutcome(Outcome.RELEASED);
    }

    /**
     * Verifies that the unload was refused, so that the generation serves on.
     *
     * @return these assertions
     * @throws AssertionError if the generation was released
     */
    public UnloadReportAssert isRefused() {
        return hasOutcome(Outcome.REFUSED);
    }

    /**
     * Verifies that a hook stopped the unload, so that the generation takes no calls and is not released.
     *
     * @return these assertions
     * @throws AssertionError if the generation was released, or serves on
     */
    public UnloadReportAssert isStopped() {
        return hasOutcome(Outcome.STOPPED);
    }

    /**
     * Verifies that the JVM let the generation go.
     *
     * @return these assertions
     * @throws AssertionError if the verdict is another, or still pending at the end of the wait
     */
    public UnloadReportAssert isCollected() {
        return hasVerdict(Verdict.Collected.class, "COLLECTED");
    }

    /**
     * Verifies that something holds the generation.
     *
     * @return these assertions
     * @throws AssertionError if the verdict is another, or still pending at the end of the wait
     */
    public UnloadReportAssert isRetained() {
        return hasVerdict(Verdict.Retained.class, "RETAINED");
    }

    /**
     * Verifies that nobody can know whether the generation is gone.
     *
     * @return these assertions
     * @throws AssertionError if the verdict is another, or still pending at the end of the wait
     */
    public UnloadReportAssert isUnconfirmed() {
        return hasVerdict(Verdict.Unconfirmed.class, "UNCONFIRMED");
    }

    /**
     * Verifies that no step went wrong and nothing was left behind.
     *
     * @return these assertions
     * @throws AssertionError if the report has findings
     */
    public UnloadReportAssert leftNothing() {
        isNotNull();
        List<String> findings = actual.findings();
        if (!findings.isEmpty()) {
            throw failure("Expected %s to leave nothing behind but found:%n  %s", actual.generation(), lines(findings));
        }
        return this;
    }

    /**
     * Verifies that the generation is collected and left nothing behind.
     *
     * @return these assertions
     * @throws AssertionError if it is not collected, not known to be, or the report has findings
     */
    public UnloadReportAssert isClean() {
        return isReleased().isCollected().leftNothing();
    }

    /**
     * Verifies that a finding contains {@code text}.
     *
     * @param text a part of the sentence
     * @return these assertions
     * @throws AssertionError if no finding contains it
     */
    public UnloadReportAssert hasFinding(String text) {
        isNotNull();
        List<String> findings = actual.findings();
        if (findings.stream().noneMatch(finding -> finding.contains(text))) {
            throw failure(
                    "Expected %s to have a finding with:%n  %s%nbut found:%n  %s",
                    actual.generation(), text, lines(findings));
        }
        return this;
    }

    /**
     * Verifies what the module had left with the JVM and the unload undid.
     *
     * @param sentences all that was undone, in any order; none if nothing may have been
     * @return these assertions
     * @throws AssertionError if anything else was undone, or less
     */
    public UnloadReportAssert undid(String... sentences) {
        isNotNull();
        List<String> undone = actual.undone();
        if (!sorted(undone).equals(sorted(List.of(sentences)))) {
            throw failure(
                    "Expected %s to have undone:%n  %s%nbut it was:%n  %s",
                    actual.generation(), lines(List.of(sentences)), lines(undone));
        }
        return this;
    }

    private static List<String> sorted(List<String> sentences) {
        return sentences.stream().sorted().toList();
    }

    private UnloadReportAssert hasOutcome(Outcome expected) {
        isNotNull();
        if (actual.outcome() != expected) {
            throw failure("Expected %s to be %s but was:%n  %s", actual.generation(), expected, indented());
        }
        return this;
    }

    private UnloadReportAssert hasVerdict(Class<? extends Verdict> expected, String name) {
        isNotNull();
        Optional<Verdict> verdict = await();
        if (verdict.isEmpty()) {
            throw failure(
                    "Expected %s to be %s but the verdict is still pending after %s:%n  %s",
                    actual.generation(), name, patience, indented());
        }
        if (!expected.isInstance(verdict.get())) {
            throw failure("Expected %s to be %s but was:%n  %s", actual.generation(), name, indented());
        }
        return this;
    }

    private Optional<Verdict> await() {
        try {
            return actual.await(patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private String indented() {
        return lines(actual.text().lines().toList());
    }

    private static String lines(List<String> lines) {
        return lines.isEmpty() ? "nothing" : String.join(System.lineSeparator() + "  ", lines);
    }
}
