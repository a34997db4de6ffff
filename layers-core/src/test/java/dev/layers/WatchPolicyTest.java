package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchPolicyTest {
    @Test
    void standard_isAutomatic_halfASecondAtRest_lookedAtEveryTwo() {
        WatchPolicy policy = WatchPolicy.standard();

        assertThat(policy.mode()).isEqualTo(WatchPolicy.Mode.AUTOMATIC);
        assertThat(policy.quiet()).isEqualTo(Duration.ofMillis(500));
        assertThat(policy.poll()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void eachPart_isChangedByItself() {
        WatchPolicy policy = WatchPolicy.standard()
                .mode(WatchPolicy.Mode.MANUAL)
                .quietFor(Duration.ofMillis(1))
                .pollEvery(Duration.ofMillis(2));

        assertThat(policy.mode()).isEqualTo(WatchPolicy.Mode.MANUAL);
        assertThat(policy.quiet()).isEqualTo(Duration.ofMillis(1));
        assertThat(policy.poll()).isEqualTo(Duration.ofMillis(2));
    }

    @Test
    void durations_areAMillisecondAtLeast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WatchPolicy.standard().quietFor(Duration.ofNanos(999_999)))
                .withMessage("Watch policy: quiet is PT0.000999999S; wanted a millisecond or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WatchPolicy.standard().pollEvery(Duration.ZERO))
                .withMessage("Watch policy: poll is PT0S; wanted a millisecond or more");
    }
}
