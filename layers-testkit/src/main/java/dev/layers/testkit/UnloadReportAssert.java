package dev.layers.testkit;

import dev.layers.UnloadReport;
import dev.layers.UnloadReport.Outcome;
import dev.layers.UnloadStep;
import dev.layers.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Assertions about what an unload came to. Those about the verdict wait for it, {@linkplain #waitingFor a minute} at the
 * most: a manager that explains what is retained reads a heap dump first. They want a manager with {@link
 * dev.layers.CollectionPolicy#request}: under {@link dev.layers.CollectionPolicy#passive()}, which is the default, the
 * verdict is pending until collections happen anyway, and they fail at the end of the wait.
 *
 * @since 0.1
 */
public final class UnloadReportAssert extends VerdictAssert<UnloadReportAssert, UnloadReport> {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String PENDING = "a manager under CollectionPolicy.passive(), the default, requests no"
            + " collection, so its verdicts may be pending for long; to do: build it with"
            + " collecting(CollectionPolicy.request(limit))";

    UnloadReportAssert(UnloadReport report) {
        super(report, UnloadReportAssert.class, PATIENCE);
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
     * Verifies that no thread of the generation runs on, and none had to be left to itself.
     *
     * @return these assertions
     * @throws AssertionError if the report has findings about threads
     */
    public UnloadReportAssert leftNoThreads() {
        isNotNull();
        List<String> findings = actual.steps().stream()
                .filter(step -> step.step() == UnloadStep.THREADS)
                .flatMap(step -> step.findings().stream())
                .toList();
        if (!findings.isEmpty()) {
            throw failure("Expected %s to leave no threads but found:%n  %s", actual.generation(), lines(findings));
        }
        return this;
    }

    /**
     * Verifies that the generation is collected and left nothing behind. It wants {@link
     * dev.layers.CollectionPolicy#request}, see {@link #isCollected}.
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

    @Override
    String subject() {
        return actual.generation().toString();
    }

    @Override
    Optional<Verdict> verdict(Duration limit) throws InterruptedException {
        return actual.await(limit);
    }

    @Override
    List<String> found(Optional<Verdict> verdict) {
        Stream<String> hint = verdict.isPresent() ? Stream.empty() : Stream.of(PENDING);
        return Stream.concat(actual.text().lines(), hint).toList();
    }

    @Override
    boolean isCollectedWithin(Duration limit) throws InterruptedException {
        try {
            actual.collected().get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | CancellationException held) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("The collection of '" + subject() + "' failed", impossible);
        }
    }

    private String indented() {
        return lines(actual.text().lines().toList());
    }

    private static String lines(List<String> lines) {
        return VerdictLines.joined(lines);
    }
}
