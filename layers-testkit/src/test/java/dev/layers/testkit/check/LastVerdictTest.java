package dev.layers.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.GenerationName;
import dev.layers.UnloadReport;
import dev.layers.Verdict;
import dev.layers.module.UnloadReason;
import dev.layers.preflight.Origin;
import dev.layers.retention.Hold;
import dev.layers.retention.Lasting;
import dev.layers.retention.Retention;
import dev.layers.retention.RetentionPath;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LastVerdictTest {
    private static final Verdict.Collected LATER = new Verdict.Collected(Duration.ofSeconds(70));

    @Test
    void passingHold_isWaitedFor() throws Exception {
        Verdict idle = retained(Hold.STRONG, Lasting.ENDS_BY_ITSELF);

        assertThat(LastVerdict.of(report(idle), Duration.ofMinutes(1))).isEqualTo(LATER);
    }

    @Test
    void passingHold_isToldWhenPatienceEnds() throws Exception {
        Verdict idle = retained(Hold.STRONG, Lasting.ENDS_BY_ITSELF);

        assertThat(LastVerdict.of(report(idle, new CompletableFuture<>()), Duration.ZERO))
                .isEqualTo(idle);
    }

    @Test
    void passingHold_isToldWhenNobodyLooksAnyLonger() throws Exception {
        Verdict idle = retained(Hold.STRONG, Lasting.ENDS_BY_ITSELF);
        CompletableFuture<Verdict.Collected> never = new CompletableFuture<>();
        never.cancel(false);

        assertThat(LastVerdict.of(report(idle, never), Duration.ofMinutes(1))).isEqualTo(idle);
    }

    @Test
    void otherVerdicts_areFinal() throws Exception {
        for (Verdict verdict : List.of(
                retained(Hold.STRONG, Lasting.STAYS),
                retained(Hold.SOFT, Lasting.ENDS_BY_ITSELF),
                new Verdict.Unconfirmed(Duration.ZERO, "no collection"),
                new Verdict.Collected(Duration.ZERO))) {
            assertThat(LastVerdict.of(report(verdict), Duration.ofMinutes(1))).isEqualTo(verdict);
        }
    }

    private static Verdict retained(Hold hold, Lasting lasting) {
        RetentionPath path = new RetentionPath("thread 'pool-1'", List.of(), "a pool is idle", "wait", lasting);
        return new Verdict.Retained(Duration.ofSeconds(2), 4, new Retention(hold, List.of(path), List.of()));
    }

    private static UnloadReport report(Verdict verdict) {
        return report(verdict, CompletableFuture.completedFuture(LATER));
    }

    private static UnloadReport report(Verdict verdict, CompletableFuture<Verdict.Collected> collected) {
        return new UnloadReport(
                new GenerationName("chat", 1),
                new Origin("chat.jar", "", List.of()),
                UnloadReason.UNLOAD,
                UnloadReport.Outcome.RELEASED,
                List.of(),
                List.of(),
                CompletableFuture.completedFuture(verdict),
                collected);
    }
}
