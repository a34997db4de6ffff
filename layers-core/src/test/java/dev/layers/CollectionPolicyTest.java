package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CollectionPolicyTest {
    @Test
    void passive_watchesForAsLongAsThereIsTime() {
        assertThat(CollectionPolicy.passive().limit()).isEqualTo(Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(CollectionPolicy.passive()).isInstanceOf(CollectionPolicy.Passive.class);
    }

    @Test
    void passiveWithALimit_watchesForAsLong() {
        assertThat(CollectionPolicy.passive(Duration.ofSeconds(3)))
                .isEqualTo(new CollectionPolicy.Passive(Duration.ofSeconds(3)));
    }

    @Test
    void request_goesOnForTheLimit() {
        assertThat(CollectionPolicy.request(Duration.ofSeconds(3)))
                .isEqualTo(new CollectionPolicy.Request(Duration.ofSeconds(3)));
    }

    @Test
    void negativeLimit_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionPolicy.request(Duration.ofSeconds(-1)))
                .withMessage("Collection policy: limit is PT-1S; wanted zero or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CollectionPolicy.Passive(Duration.ofSeconds(-1)))
                .withMessage("Collection policy: limit is PT-1S; wanted zero or more");
    }

    @Test
    void missingLimit_isRefused() {
        assertThatNullPointerException()
                .isThrownBy(() -> CollectionPolicy.request(null))
                .withMessage("limit");
    }
}
