package dev.layers.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.GenerationName;
import dev.layers.StepReport;
import dev.layers.UnloadReport;
import dev.layers.UnloadStep;
import dev.layers.Verdict;
import dev.layers.module.UnloadReason;
import dev.layers.preflight.Origin;
import dev.layers.retention.Hold;
import dev.layers.retention.Retention;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RoundTest {
    private static final Duration TIME = Duration.ofSeconds(1);

    @Test
    void residue_isThatOfTheStepsThenWhatWasUndone() {
        Round round = round(
                new Verdict.Collected(TIME),
                new StepReport(UnloadStep.THREADS, TIME, List.of("undid"), List.of("left")));

        assertThat(round.residue()).containsExactly(new LeftOver("THREADS", "left"), new LeftOver("UNDONE", "undid"));
        assertThat(round.isClean()).isFalse();
    }

    private static Round round(Verdict verdict, StepReport... steps) {
        return round(UnloadReport.Outcome.RELEASED, verdict, steps);
    }

    private static Round round(UnloadReport.Outcome outcome, Verdict verdict, StepReport... steps) {
        UnloadReport report = new UnloadReport(
                new GenerationName("chat", 1),
                new Origin("chat.jar", "", List.of()),
                UnloadReason.UNLOAD,
                outcome,
                List.of(steps),
                List.of(),
                CompletableFuture.completedFuture(verdict),
                new CompletableFuture<>());
        return new Round(report, verdict, List.of());
    }

    @Test
    void collectedWithoutResidue_isClean() {
        assertThat(round(new Verdict.Collected(TIME)).isClean()).isTrue();
    }

    @Test
    void unconfirmed_saysWhy() {
        assertThat(round(new Verdict.Unconfirmed(TIME, "no collection")).findings())
                .containsExactly(new CheckFinding(
                        "VERDICT",
                        "chat#1",
                        "no collection",
                        "collections that unload classes",
                        "run the check without JVM options that prevent them"));
    }

    @Test
    void unreleased_isNoMatterOfCollections() {
        Verdict none = new Verdict.Unconfirmed(TIME, "it serves on");

        assertThat(round(UnloadReport.Outcome.REFUSED, none).findings())
                .containsExactly(new CheckFinding(
                        "VERDICT",
                        "chat#1",
                        "it serves on",
                        "calls that end before the unload",
                        "mend the call that runs on, or raise --call-limit"));
        assertThat(round(UnloadReport.Outcome.STOPPED, none).findings())
                .containsExactly(new CheckFinding(
                        "VERDICT",
                        "chat#1",
                        "it serves on",
                        "hooks that end in time",
                        "mend the hook, or raise --start-limit"));
    }

    @Test
    void softlyHeld_saysHowToKnow() {
        assertThat(round(retained(Hold.SOFT)).findings())
                .containsExactly(new CheckFinding(
                        "VERDICT",
                        "chat#1",
                        "softly held",
                        "no reference to it but weak ones",
                        "run the check with --strict, which has the JVM clear soft references at once"));
    }

    @Test
    void unexamined_saysWhy() {
        assertThat(round(retained(Hold.UNEXAMINED)).findings())
                .containsExactly(new CheckFinding(
                        "VERDICT",
                        "chat#1",
                        "the heap is too large",
                        "a heap dump of what holds it",
                        "remove that obstacle and check again"));
    }

    @Test
    void stronglyHeld_isToldByItsPaths() {
        assertThat(round(retained(Hold.STRONG)).findings()).isEmpty();
    }

    private static Verdict retained(Hold hold) {
        return new Verdict.Retained(TIME, 4, new Retention(hold, List.of(), List.of("the heap is too large")));
    }
}
