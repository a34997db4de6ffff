package dev.layers.testkit;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.GenerationName;
import dev.layers.StepReport;
import dev.layers.UnloadReport;
import dev.layers.UnloadReport.Outcome;
import dev.layers.UnloadStep;
import dev.layers.Verdict;
import dev.layers.module.UnloadReason;
import dev.layers.preflight.Origin;
import dev.layers.retention.Hold;
import dev.layers.retention.Retention;
import dev.layers.retention.RetentionPath;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class UnloadReportAssertTest {
    private static final Origin ORIGIN = new Origin("chat.jar", "0123456789abcdef".repeat(4), List.of());
    private static final Verdict COLLECTED = new Verdict.Collected(Duration.ofMillis(30));
    private static final Verdict RETAINED =
            new Verdict.Retained(Duration.ofMillis(800), 4, Retention.unexamined("no dump"));
    private static final Verdict HELD = held(Hold.STRONG);
    private static final Verdict UNCONFIRMED =
            new Verdict.Unconfirmed(Duration.ofSeconds(10), "no collection was seen");

    @Test
    void isClean_collectedWithoutFindings_passes() {
        UnloadReport report = released(COLLECTED);

        assertThat(report).isClean().isReleased().isCollected().leftNothing();
    }

    @Test
    void isReleased_refused_failsWithTheReport() {
        UnloadReport report = refused("a call still runs: thread 'main' (RUNNABLE)");

        assertFails(() -> assertThat(report).isReleased(), """
                Expected chat#2 to be RELEASED but was:
                  chat#2 serves on (UNLOAD, sha256 0123456789ab): UNCONFIRMED after 0 ms: the generation still serves
                    drain 7 ms: a call still runs: thread 'main' (RUNNABLE)""");
    }

    @Test
    void isRefused_refused_passes() {
        UnloadReport report = refused("a call still runs: thread 'main' (RUNNABLE)");

        assertThat(report).isRefused();
    }

    @Test
    void isRefused_released_failsWithTheReport() {
        UnloadReport report = released(COLLECTED);

        assertFails(() -> assertThat(report).isRefused(), """
                Expected chat#2 to be REFUSED but was:
                  chat#2 unloaded (UNLOAD, sha256 0123456789ab): COLLECTED after 30 ms
                    drain 7 ms""");
    }

    @Test
    void isCollected_retained_failsWithTheReport() {
        UnloadReport report = released(RETAINED);

        assertFails(() -> assertThat(report).isCollected(), """
                Expected chat#2 to be COLLECTED but was:
                  chat#2 unloaded (UNLOAD, sha256 0123456789ab): RETAINED, outlived 4 collections in 800 ms
                    drain 7 ms
                    no dump""");
    }

    @Test
    void isCollected_unconfirmed_failsWithTheReport() {
        UnloadReport report = released(UNCONFIRMED);

        assertFails(() -> assertThat(report).isCollected(), """
                Expected chat#2 to be COLLECTED but was:
                  chat#2 unloaded (UNLOAD, sha256 0123456789ab): UNCONFIRMED after 10 s: no collection was seen
                    drain 7 ms""");
    }

    @Test
    void isCollected_pending_failsAfterTheWait() {
        UnloadReport report = released(new CompletableFuture<>());

        assertFails(() -> assertThat(report).waitingFor(Duration.ofMillis(20)).isCollected(), """
                Expected chat#2 to be COLLECTED but the verdict is still pending after PT0.02S:
                  chat#2 unloaded (UNLOAD, sha256 0123456789ab): verdict pending
                    drain 7 ms
                  a manager under CollectionPolicy.passive(), the default, requests no \
                collection, so its verdicts may be pending for long; to do: build it with \
                collecting(CollectionPolicy.request(limit))""");
    }

    @Test
    void isCollected_verdictComesMeanwhile_passes() {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        UnloadReport report = released(verdict);

        verdict.completeAsync(() -> COLLECTED, CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS));

        assertThat(report).waitingFor(Duration.ofSeconds(30)).isCollected();
    }

    @Test
    void isClean_retainedByWhatMayEnd_waitsForTheCollection() {
        UnloadReport report = collectedLater(RETAINED);

        assertThat(report).isClean();
    }

    @Test
    void isCollected_heldForGood_failsAtOnce() {
        UnloadReport report = collectedLater(HELD);

        assertThatThrownBy(() -> assertThat(report).isCollected())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Expected chat#2 to be COLLECTED but was:");
    }

    @Test
    void isCollected_whatMayEndEndsAfterTheWait_fails() {
        UnloadReport report = collectedLater(RETAINED);

        assertThatThrownBy(() ->
                        assertThat(report).waitingFor(Duration.ofMillis(20)).isCollected())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Expected chat#2 to be COLLECTED but was:");
    }

    @Test
    void isCollected_interrupted_failsAndStaysInterrupted() {
        UnloadReport report = released(new CompletableFuture<>());

        Thread.currentThread().interrupt();

        assertFails(() -> assertThat(report).isCollected(), """
                Expected chat#2 to be COLLECTED but the verdict is still pending after PT1M:
                  chat#2 unloaded (UNLOAD, sha256 0123456789ab): verdict pending
                    drain 7 ms
                  a manager under CollectionPolicy.passive(), the default, requests no \
                collection, so its verdicts may be pending for long; to do: build it with \
                collecting(CollectionPolicy.request(limit))""");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void isRetained_retained_passes() {
        UnloadReport report = released(RETAINED);

        assertThat(report).isRetained();
    }

    @Test
    void isRetained_collected_failsWithTheReport() {
        UnloadReport report = released(COLLECTED);

        assertFails(() -> assertThat(report).isRetained(), """
                Expected chat#2 to be RETAINED but was:
                  chat#2 unloaded (UNLOAD, sha256 0123456789ab): COLLECTED after 30 ms
                    drain 7 ms""");
    }

    @Test
    void isUnconfirmed_unconfirmed_passes() {
        UnloadReport report = released(UNCONFIRMED);

        assertThat(report).isUnconfirmed();
    }

    @Test
    void isUnconfirmed_collected_failsWithTheReport() {
        UnloadReport report = released(COLLECTED);

        assertFails(() -> assertThat(report).isUnconfirmed(), """
                Expected chat#2 to be UNCONFIRMED but was:
                  chat#2 unloaded (UNLOAD, sha256 0123456789ab): COLLECTED after 30 ms
                    drain 7 ms""");
    }

    @Test
    void leftNothing_findings_failsWithEach() {
        UnloadReport report =
                released(COLLECTED, "still runs: thread 'a' (WAITING)", "still runs: thread 'b' (WAITING)");

        assertFails(() -> assertThat(report).leftNothing(), """
                Expected chat#2 to leave nothing behind but found:
                  still runs: thread 'a' (WAITING)
                  still runs: thread 'b' (WAITING)""");
    }

    @Test
    void isClean_collectedWithFinding_fails() {
        UnloadReport report = released(COLLECTED, "still runs: thread 'a' (WAITING)");

        assertFails(() -> assertThat(report).isClean(), """
                Expected chat#2 to leave nothing behind but found:
                  still runs: thread 'a' (WAITING)""");
    }

    @Test
    void isClean_retainedWithoutFinding_fails() {
        UnloadReport report = released(RETAINED);

        assertFails(() -> assertThat(report).isClean(), """
                Expected chat#2 to be COLLECTED but was:
                  chat#2 unloaded (UNLOAD, sha256 0123456789ab): RETAINED, outlived 4 collections in 800 ms
                    drain 7 ms
                    no dump""");
    }

    @Test
    void hasFinding_partOfOne_passes() {
        UnloadReport report =
                released(COLLECTED, "still runs: thread 'a' (WAITING)", "still runs: thread 'b' (WAITING)");

        assertThat(report).hasFinding("thread 'b'");
    }

    @Test
    void hasFinding_inNone_failsWithEach() {
        UnloadReport report =
                released(COLLECTED, "still runs: thread 'a' (WAITING)", "still runs: thread 'b' (WAITING)");

        assertFails(() -> assertThat(report).hasFinding("thread 'c'"), """
                Expected chat#2 to have a finding with:
                  thread 'c'
                but found:
                  still runs: thread 'a' (WAITING)
                  still runs: thread 'b' (WAITING)""");
    }

    @Test
    void hasFinding_noneAtAll_fails() {
        UnloadReport report = released(COLLECTED);

        assertFails(() -> assertThat(report).hasFinding("thread 'c'"), """
                Expected chat#2 to have a finding with:
                  thread 'c'
                but found:
                  nothing""");
    }

    @Test
    void messages_ofPercentSigns_areKept() {
        UnloadReport report = released(COLLECTED, "still runs: thread '100%s' (WAITING)");

        assertFails(() -> assertThat(report).leftNothing(), """
                Expected chat#2 to leave nothing behind but found:
                  still runs: thread '100%s' (WAITING)""");
    }

    @Test
    void null_isRefusedByEach() {
        UnloadReportAssert none = assertThat((UnloadReport) null);

        List<ThrowingCallable> all = List.of(
                none::isReleased,
                none::isRefused,
                none::isCollected,
                none::isRetained,
                none::isUnconfirmed,
                none::leftNothing,
                none::isClean,
                none::isStopped,
                none::undid,
                none::leftNoThreads,
                none::isStronglyHeld,
                none::isSoftlyHeld,
                () -> none.heldBy("thread"),
                () -> none.hasFinding("thread"));

        assertThat(all)
                .allSatisfy(assertion ->
                        assertFails(assertion, System.lineSeparator() + "Expecting actual not to be null"));
    }

    @Test
    void undid_comparesAllThatWasUndone() {
        UnloadReport report = undoing("driver", "timer");

        assertThat(report).undid("timer", "driver");
        assertFails(() -> assertThat(report).undid("driver"), """
                Expected chat#2 to have undone:
                  driver
                but it was:
                  driver
                  timer""");
        assertFails(() -> assertThat(undoing()).undid("driver"), """
                Expected chat#2 to have undone:
                  driver
                but it was:
                  nothing""");
    }

    @Test
    void isStopped_ofAnotherOutcome_fails() {
        UnloadReport report = refused("a call still runs");

        assertFails(() -> assertThat(report).isStopped(), """
                Expected chat#2 to be STOPPED but was:
                  chat#2 serves on (UNLOAD, sha256 %s): UNCONFIRMED after 0 ms: the generation still serves
                    drain 7 ms: a call still runs""".formatted(ORIGIN.shortDigest()));
    }

    @Test
    void isCollected_held_failsWithPathCauseAndAdvice() {
        UnloadReport report = released(HELD);

        assertFails(() -> assertThat(report).isCollected(), """
                Expected chat#2 to be COLLECTED but was:
                  chat#2 unloaded (UNLOAD, sha256 0123456789ab): RETAINED, outlived 4 collections in 800 ms
                    drain 7 ms
                    held by: listener kept in acme.Host.listeners
                      to do: remove the listener in beforeUnload
                      from static field acme.Host.listeners
                        java.util.ArrayList
                        acme.Chat
                    2 more paths were left out""");
    }

    @Test
    void heldBy_partOfACause_passes() {
        UnloadReport report = released(HELD);

        assertThat(report)
                .isRetained()
                .isStronglyHeld()
                .heldBy("listener kept in")
                .heldBy("acme.Host.listeners");
    }

    @Test
    void heldBy_anotherCause_failsWithAll() {
        UnloadReport report = released(HELD);

        assertFails(() -> assertThat(report).heldBy("thread-local"), """
                Expected chat#2 to be RETAINED and held by 'thread-local' but was:
                  chat#2 unloaded (UNLOAD, sha256 0123456789ab): RETAINED, outlived 4 collections in 800 ms
                    drain 7 ms
                    held by: listener kept in acme.Host.listeners
                      to do: remove the listener in beforeUnload
                      from static field acme.Host.listeners
                        java.util.ArrayList
                        acme.Chat
                    2 more paths were left out""");
    }

    @Test
    void heldBy_collected_fails() {
        UnloadReport report = released(COLLECTED);

        assertFails(() -> assertThat(report).heldBy("thread-local"), """
                Expected chat#2 to be RETAINED and held by 'thread-local' but was:
                  chat#2 unloaded (UNLOAD, sha256 0123456789ab): COLLECTED after 30 ms
                    drain 7 ms""");
    }

    @Test
    void isSoftlyHeld_tellsSoftFromStrongAndUnexamined() {
        assertThat(released(held(Hold.SOFT))).isSoftlyHeld().isRetained();
        assertFails(() -> assertThat(released(RETAINED)).isSoftlyHeld(), """
                Expected chat#2 to be RETAINED and held softly but was:
                  chat#2 unloaded (UNLOAD, sha256 0123456789ab): RETAINED, outlived 4 collections in 800 ms
                    drain 7 ms
                    no dump""");
        assertFails(() -> assertThat(released(RETAINED)).isStronglyHeld(), """
                Expected chat#2 to be RETAINED and held strongly but was:
                  chat#2 unloaded (UNLOAD, sha256 0123456789ab): RETAINED, outlived 4 collections in 800 ms
                    drain 7 ms
                    no dump""");
    }

    @Test
    void leftNoThreads_findingsOfThreadsAlone_fail() {
        StepReport drain = new StepReport(UnloadStep.DRAIN, Duration.ZERO, List.of(), List.of("a call still runs"));
        StepReport threads = new StepReport(
                UnloadStep.THREADS, Duration.ZERO, List.of(), List.of("still runs: thread 'a' (WAITING)"));

        assertThat(report(Outcome.RELEASED, new CompletableFuture<>(), drain)).leftNoThreads();
        assertFails(
                () -> assertThat(report(Outcome.RELEASED, new CompletableFuture<>(), threads))
                        .leftNoThreads(),
                """
                Expected chat#2 to leave no threads but found:
                  still runs: thread 'a' (WAITING)""");
    }

    private static Verdict held(Hold hold) {
        RetentionPath path = new RetentionPath(
                "static field acme.Host.listeners",
                List.of("java.util.ArrayList", "acme.Chat"),
                "listener kept in acme.Host.listeners",
                "remove the listener in beforeUnload");
        return new Verdict.Retained(
                Duration.ofMillis(800), 4, new Retention(hold, List.of(path), List.of("2 more paths were left out")));
    }

    private static UnloadReport undoing(String... undone) {
        StepReport residue = new StepReport(UnloadStep.RESIDUE, Duration.ofMillis(1), List.of(undone), List.of());
        return report(Outcome.RELEASED, new CompletableFuture<>(), residue);
    }

    private static void assertFails(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion)
                .isInstanceOf(AssertionError.class)
                .hasMessage(message.replace("\n", System.lineSeparator()));
    }

    private static UnloadReport released(Verdict verdict, String... findings) {
        return released(CompletableFuture.completedFuture(verdict), findings);
    }

    private static UnloadReport released(CompletableFuture<Verdict> verdict, String... findings) {
        return report(Outcome.RELEASED, verdict, findings);
    }

    private static UnloadReport refused(String finding) {
        Verdict none = new Verdict.Unconfirmed(Duration.ZERO, "the generation still serves");
        return report(Outcome.REFUSED, CompletableFuture.completedFuture(none), finding);
    }

    private static UnloadReport report(Outcome outcome, CompletableFuture<Verdict> verdict, String... findings) {
        return report(
                outcome, verdict, new StepReport(UnloadStep.DRAIN, Duration.ofMillis(7), List.of(), List.of(findings)));
    }

    private static UnloadReport report(Outcome outcome, CompletableFuture<Verdict> verdict, StepReport step) {
        return report(outcome, verdict, step, never());
    }

    private static UnloadReport collectedLater(Verdict verdict) {
        StepReport step = new StepReport(UnloadStep.DRAIN, Duration.ofMillis(7), List.of(), List.of());
        CompletableFuture<Verdict.Collected> collected = new CompletableFuture<>();
        collected.completeOnTimeout(new Verdict.Collected(Duration.ofSeconds(3)), 2, TimeUnit.SECONDS);
        return report(Outcome.RELEASED, CompletableFuture.completedFuture(verdict), step, collected);
    }

    private static UnloadReport report(
            Outcome outcome,
            CompletableFuture<Verdict> verdict,
            StepReport step,
            CompletableFuture<Verdict.Collected> collected) {
        return new UnloadReport(
                new GenerationName("chat", 2),
                ORIGIN,
                UnloadReason.UNLOAD,
                outcome,
                List.of(step),
                List.of(),
                verdict,
                collected);
    }

    private static CompletableFuture<Verdict.Collected> never() {
        CompletableFuture<Verdict.Collected> collected = new CompletableFuture<>();
        collected.cancel(false);
        return collected;
    }
}
