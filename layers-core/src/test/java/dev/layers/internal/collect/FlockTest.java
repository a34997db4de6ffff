package dev.layers.internal.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlockTest {
    private static final Terms PASSIVE = Terms.verdict(false, Duration.ofSeconds(Long.MAX_VALUE));

    private final Object held = new Object();
    private final Flock flock = new Flock(new ReferenceQueue<>());

    @Test
    void first_getsACanaryAtOnce() {
        flock.add(List.of(watch(PASSIVE)));

        assertThat(flock.accompany()).isTrue();
        assertThat(flock.isAnyAlone()).isFalse();
    }

    @Test
    void othersSoonAfter_waitForACanaryThatTheyShare() {
        flock.add(List.of(watch(PASSIVE)));
        flock.accompany();

        flock.add(List.of(watch(PASSIVE)));
        flock.add(List.of(watch(PASSIVE)));

        assertThat(flock.accompany()).isFalse();
        assertThat(flock.isAnyAlone()).isTrue();
        assertThat(flock.due().remaining()).isLessThanOrEqualTo(Duration.ofMillis(50));
        assertThat(flock.isDue()).isFalse();
    }

    @Test
    void whatIsRequestedFor_getsACanaryAtOnce() {
        flock.add(List.of(watch(PASSIVE)));
        flock.accompany();

        flock.add(List.of(watch(Terms.verdict(true, Duration.ofMinutes(1)))));

        assertThat(flock.isRequesting()).isTrue();
        assertThat(flock.accompany()).isTrue();
    }

    @Test
    void timeOfOne_isWhenAllAreLookedAt() {
        flock.add(List.of(watch(PASSIVE), watch(Terms.verdict(false, Duration.ZERO))));

        assertThat(flock.isDue()).isTrue();
    }

    private Watch watch(Terms terms) {
        return new Watch(List.of(new WeakReference<>(held)), terms, true);
    }
}
