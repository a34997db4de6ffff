package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnloadPolicyTest {
    private static final Duration ONE = Duration.ofSeconds(1);
    private static final Duration NEGATIVE = Duration.ofSeconds(-1);

    private final UnloadPolicy standard = UnloadPolicy.standard();

    @Test
    void standard_isWhatIsDocumented() {
        assertThat(standard)
                .isEqualTo(new UnloadPolicy(
                        Duration.ofSeconds(5),
                        RunningCalls.REOPEN,
                        Duration.ofSeconds(10),
                        OverdueHooks.GO_ON,
                        Duration.ofSeconds(5),
                        RunningThreads.INTERRUPT));
    }

    @Test
    void change_isOfOneComponent() {
        assertThat(changes(standard, standard.drainFor(ONE))).containsExactly("drain=PT1S");
        assertThat(changes(standard, standard.onRunningCalls(RunningCalls.PROCEED)))
                .containsExactly("runningCalls=PROCEED");
        assertThat(changes(standard, standard.hooksFor(ONE))).containsExactly("hooks=PT1S");
        assertThat(changes(standard, standard.onOverdueHooks(OverdueHooks.STOP)))
                .containsExactly("overdueHooks=STOP");
        assertThat(changes(standard, standard.threadsFor(ONE))).containsExactly("threads=PT1S");
        assertThat(changes(standard, standard.onRunningThreads(RunningThreads.WAIT)))
                .containsExactly("runningThreads=WAIT");
    }

    /** Returns the components of {@code changed} that {@code policy} has otherwise. */
    private static List<String> changes(UnloadPolicy policy, UnloadPolicy changed) {
        List<String> components = components(changed);
        components.removeAll(components(policy));
        return components;
    }

    private static List<String> components(UnloadPolicy policy) {
        String text = policy.toString();
        return new ArrayList<>(
                List.of(text.substring(text.indexOf('[') + 1, text.length() - 1).split(", ")));
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
        assertThatNullPointerException()
                .isThrownBy(() -> standard.onOverdueHooks(null))
                .withMessage("overdueHooks");
        assertThatNullPointerException()
                .isThrownBy(() -> standard.onRunningThreads(null))
                .withMessage("runningThreads");
    }

    @Test
    void total_coversDrainingTwiceHooksFourTimesAndThreads() {
        UnloadPolicy policy =
                standard.drainFor(ONE).hooksFor(Duration.ofSeconds(10)).threadsFor(Duration.ofSeconds(100));

        assertThat(policy.total()).isEqualTo(Duration.ofSeconds(142));
    }

    @Test
    void total_ofEndlessWaitsDoesNotOverflow() {
        Duration forEver = ChronoUnit.FOREVER.getDuration();

        Duration total =
                standard.drainFor(forEver).hooksFor(forEver).threadsFor(forEver).total();

        assertThat(total.multipliedBy(2)).isGreaterThan(Duration.ofDays(36_500));
    }
}
