package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class UnloadPolicyTest {
    private static final Duration ONE = Duration.ofSeconds(1);
    private static final Duration NEGATIVE = Duration.ofSeconds(-1);

    private final UnloadPolicy standard = UnloadPolicy.standard();

    @Test
    void standard_isWhatIsDocumented() {
        assertThat(standard)
                .isEqualTo(new UnloadPolicy(
                        Duration.ofSeconds(5), RunningCalls.REOPEN, Duration.ofSeconds(10), Duration.ofSeconds(5)));
    }

    @Test
    void change_isOfOneComponent() {
        assertThat(standard.drainFor(ONE))
                .isEqualTo(new UnloadPolicy(ONE, standard.runningCalls(), standard.hooks(), standard.threads()));
        assertThat(standard.onRunningCalls(RunningCalls.PROCEED))
                .isEqualTo(
                        new UnloadPolicy(standard.drain(), RunningCalls.PROCEED, standard.hooks(), standard.threads()));
        assertThat(standard.hooksFor(ONE))
                .isEqualTo(new UnloadPolicy(standard.drain(), standard.runningCalls(), ONE, standard.threads()));
        assertThat(standard.threadsFor(ONE))
                .isEqualTo(new UnloadPolicy(standard.drain(), standard.runningCalls(), standard.hooks(), ONE));
    }

    @Test
    void negativeDuration_isRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.drainFor(NEGATIVE))
                .withMessage("Unload policy: drain is PT-1S; wanted zero or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.hooksFor(NEGATIVE))
                .withMessage("Unload policy: hooks is PT-1S; wanted zero or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.threadsFor(NEGATIVE))
                .withMessage("Unload policy: threads is PT-1S; wanted zero or more");
    }

    @Test
    void missingComponent_isRefusedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> standard.drainFor(null))
                .withMessage("drain");
        assertThatNullPointerException()
                .isThrownBy(() -> standard.onRunningCalls(null))
                .withMessage("runningCalls");
    }

    @Test
    void total_coversDrainingTwiceHooksThriceAndThreads() {
        UnloadPolicy policy =
                new UnloadPolicy(ONE, RunningCalls.INTERRUPT, Duration.ofSeconds(10), Duration.ofSeconds(100));

        assertThat(policy.total()).isEqualTo(Duration.ofSeconds(132));
    }

    @Test
    void total_ofEndlessWaitsDoesNotOverflow() {
        Duration forEver = ChronoUnit.FOREVER.getDuration();

        Duration total = new UnloadPolicy(forEver, RunningCalls.REOPEN, forEver, forEver).total();

        assertThat(total.multipliedBy(2)).isGreaterThan(Duration.ofDays(36_500));
    }
}
