package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.layers.UnloadReport.Outcome;
import dev.layers.module.UnloadReason;
import dev.layers.preflight.Origin;
import dev.layers.retention.Hold;
import dev.layers.retention.Retention;
import dev.layers.retention.RetentionPath;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class UnloadReportTest {
    private static final GenerationName NAME = new GenerationName("pdf", 2);
    private static final Origin ORIGIN = new Origin("pdf.jar", "0123456789abcdef".repeat(4), List.of());
    private static final Verdict COLLECTED = new Verdict.Collected(Duration.ofMillis(120));
    private static final StepReport CLEAN =
            new StepReport(UnloadStep.DRAIN, Duration.ofMillis(3), List.of(), List.of());
    private static final StepReport DIRTY = new StepReport(
            UnloadStep.THREADS,
            Duration.ofMillis(1500),
            List.of(),
            List.of("still runs: thread 'pdf-1'", "still runs: thread 'pdf-2'"));

    private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();
    private final CompletableFuture<Verdict.Collected> collected = new CompletableFuture<>();

    @Test
    void text_ofAPendingReport() {
        assertThat(report(CLEAN))
                .hasToString("pdf#2 unloaded (UNLOAD, sha256 0123456789ab): verdict pending\n  drain 3 ms");
    }

    @Test
    void text_tellsVerdictStepsAndFindings() {
        verdict.complete(COLLECTED);

        assertThat(report(CLEAN, DIRTY).text()).isEqualTo("""
                        pdf#2 unloaded (UNLOAD, sha256 0123456789ab): COLLECTED after 120 ms
                          drain 3 ms
                          threads 1.5 s: still runs: thread 'pdf-1'; still runs: thread 'pdf-2'""");
    }

    @Test
    void notes_areToldAndNoFindings() {
        verdict.complete(COLLECTED);
        UnloadReport report = new UnloadReport(
                NAME,
                ORIGIN,
                UnloadReason.UNLOAD,
                Outcome.RELEASED,
                List.of(CLEAN),
                List.of("direct: own"),
                verdict,
                collected);

        assertThat(report.text()).isEqualTo("""
                        pdf#2 unloaded (UNLOAD, sha256 0123456789ab): COLLECTED after 120 ms
                          drain 3 ms
                          direct: own""");
        assertThat(report.findings()).isEmpty();
        assertThat(report.isClean()).isTrue();
    }

    @Test
    void text_ofARefusedUnload() {
        verdict.complete(new Verdict.Unconfirmed(Duration.ZERO, "the generation still serves"));
        UnloadReport report = new UnloadReport(
                NAME, ORIGIN, UnloadReason.RELOAD, Outcome.REFUSED, List.of(), List.of(), verdict, collected);

        assertThat(report)
                .hasToString(
                        "pdf#2 serves on (RELOAD, sha256 0123456789ab): UNCONFIRMED after 0 ms: the generation still serves");
    }

    @Test
    void retained_tellsWhatItOutlived() {
        assertThat(new Verdict.Retained(Duration.ofSeconds(2), 4, Retention.unexamined("no dump")))
                .hasToString("RETAINED, outlived 4 collections in 2 s");
    }

    @Test
    void text_ofARetainedGeneration_tellsWhatHoldsIt() {
        RetentionPath path = new RetentionPath(
                "static field acme.Host.LISTENERS",
                List.of("class acme.Host .LISTENERS", "acme.plugin.Chat"),
                "static field acme.Host.LISTENERS keeps acme.plugin.Chat",
                "remove it there when the module is unloaded");
        verdict.complete(new Verdict.Retained(
                Duration.ofSeconds(2), 4, new Retention(Hold.STRONG, List.of(path), List.of("there are more"))));

        assertThat(report(CLEAN).text()).isEqualTo("""
                        pdf#2 unloaded (UNLOAD, sha256 0123456789ab): RETAINED, outlived 4 collections in 2 s
                          drain 3 ms
                          held by: static field acme.Host.LISTENERS keeps acme.plugin.Chat
                            to do: remove it there when the module is unloaded
                            from static field acme.Host.LISTENERS
                              class acme.Host .LISTENERS
                              acme.plugin.Chat
                          there are more""");
    }

    @Test
    void report_isCleanWhenCollectedWithoutFindings() {
        boolean pending = report(CLEAN).isClean();
        verdict.complete(COLLECTED);

        assertThat(pending).isFalse();
        assertThat(report(CLEAN).isClean()).isTrue();
        assertThat(report(CLEAN, DIRTY).isClean()).isFalse();
    }

    @Test
    void report_tellsWhatWasCollectedAfterItsVerdict() throws InterruptedException {
        UnloadReport report = report(CLEAN);
        verdict.complete(new Verdict.Retained(Duration.ofSeconds(2), 4, Retention.unexamined("no dump")));
        String before = report.text();
        boolean cleanBefore = report.isClean();

        collected.complete(new Verdict.Collected(Duration.ofSeconds(70)));

        assertThat(before)
                .startsWith("pdf#2 unloaded (UNLOAD, sha256 0123456789ab): RETAINED, outlived 4 collections in 2 s");
        assertThat(cleanBefore).isFalse();
        assertThat(report)
                .hasToString("pdf#2 unloaded (UNLOAD, sha256 0123456789ab): COLLECTED after 70 s\n  drain 3 ms");
        assertThat(report.isClean()).isTrue();
        assertThat(report.known()).contains(new Verdict.Collected(Duration.ofSeconds(70)));
        assertThat(report.await(Duration.ZERO)).isEqualTo(report.known());
        assertThat(report.verdict().join()).isInstanceOf(Verdict.Retained.class);
    }

    @Test
    void collected_isCancelledWithItsSourceAndNotFromOutside() {
        UnloadReport report = report(CLEAN);
        CompletableFuture<Verdict.Collected> told = report.collected();
        report.collected().cancel(true);
        boolean early = report.collected().isDone();

        collected.cancel(false);

        assertThat(early).isFalse();
        assertThat(told).isCancelled();
        assertThat(report.collected()).isCancelled();
        assertThat(report.known()).isEmpty();
    }

    @Test
    void report_isNotCleanWhenRetained() {
        verdict.complete(new Verdict.Retained(Duration.ZERO, 4, Retention.unexamined("no dump")));

        assertThat(report(CLEAN).isClean()).isFalse();
    }

    @Test
    void findings_areThoseOfAllSteps() {
        assertThat(report(DIRTY, CLEAN, DIRTY).findings()).hasSize(4).startsWith("still runs: thread 'pdf-1'");
    }

    @Test
    void await_givesTheVerdictOrNothing() throws InterruptedException {
        UnloadReport report = report(CLEAN);

        boolean pending = report.await(Duration.ofMillis(1)).isEmpty();
        verdict.complete(COLLECTED);

        assertThat(pending).isTrue();
        assertThat(report.await(Duration.ZERO)).contains(COLLECTED);
    }

    @Test
    void await_takesLimitsOfAnyLength() throws InterruptedException {
        UnloadReport report = report(CLEAN);

        boolean pending = report.await(Duration.ofSeconds(Long.MIN_VALUE)).isEmpty();
        verdict.complete(COLLECTED);

        assertThat(pending).isTrue();
        assertThat(report.await(ChronoUnit.FOREVER.getDuration())).contains(COLLECTED);
    }

    @Test
    void completingTheVerdictFromOutside_changesNothing() {
        UnloadReport report = report(CLEAN);

        report.verdict().complete(COLLECTED);
        report.verdict().cancel(true);

        assertThat(report.verdict()).isNotDone();
        assertThat(report.isClean()).isFalse();
    }

    @Test
    void steps_areCopied() {
        List<StepReport> steps = new ArrayList<>(List.of(CLEAN));
        UnloadReport report = new UnloadReport(
                NAME, ORIGIN, UnloadReason.UNLOAD, Outcome.RELEASED, steps, List.of(), verdict, collected);

        steps.add(DIRTY);

        assertThat(report.steps()).containsExactly(CLEAN);
    }

    @Test
    void missingComponents_areRefusedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> new UnloadReport(
                        null, ORIGIN, UnloadReason.UNLOAD, Outcome.RELEASED, List.of(), List.of(), verdict, collected))
                .withMessage("generation");
        assertThatNullPointerException()
                .isThrownBy(() -> new UnloadReport(
                        NAME, null, UnloadReason.UNLOAD, Outcome.RELEASED, List.of(), List.of(), verdict, collected))
                .withMessage("origin");
        assertThatNullPointerException()
                .isThrownBy(() -> new StepReport(null, Duration.ZERO, List.of(), List.of()))
                .withMessage("step");
    }

    private UnloadReport report(StepReport... steps) {
        return new UnloadReport(
                NAME, ORIGIN, UnloadReason.UNLOAD, Outcome.RELEASED, List.of(steps), List.of(), verdict, collected);
    }
}
