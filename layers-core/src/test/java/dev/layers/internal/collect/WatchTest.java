package dev.layers.internal.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Object held = new Object();
    private final WeakReference<Object> trace = new WeakReference<>(held);

    @Test
    void clearedTraces_areCollected() {
        Watch watch = new Watch(List.of(cleared(), cleared()), true, LONG);

        assertThat(watch.look()).hasValueSatisfying(sighting -> {
            assertThat(sighting.kind()).isEqualTo(Sighting.Kind.COLLECTED);
            assertThat(sighting.collections()).isZero();
            assertThat(sighting.reason()).isEmpty();
        });
    }

    @Test
    void oneTraceThatIsThere_leavesItOpen() {
        Watch watch = new Watch(List.of(cleared(), trace), true, LONG);

        assertThat(watch.look()).isEmpty();
    }

    @Test
    void timeThatIsUpWithoutACollection_isUnconfirmed() {
        Watch watch = new Watch(List.of(trace), true, Duration.ZERO);

        assertThat(watch.look()).hasValueSatisfying(sighting -> {
            assertThat(sighting.kind()).isEqualTo(Sighting.Kind.UNCONFIRMED);
            assertThat(sighting.reason()).isEqualTo("no collection that unloads classes was seen");
        });
    }

    @Test
    void watchThatIsGivenUp_isUnconfirmedForThatReason() {
        Sighting sighting = new Watch(List.of(trace), true, LONG).givenUp("the manager was closed");

        assertThat(sighting.kind()).isEqualTo(Sighting.Kind.UNCONFIRMED);
        assertThat(sighting.reason()).isEqualTo("the manager was closed");
    }

    @Test
    void watch_needsACanaryUntilOneAccompaniesIt() {
        Watch watch = new Watch(List.of(trace), true, LONG);
        boolean before = watch.needsCanary();

        watch.accompany(Canary.release(new ReferenceQueue<>()));

        assertThat(before).isTrue();
        assertThat(watch.needsCanary()).isFalse();
    }

    @Test
    void settings_areToldAsTheyWereGiven() {
        assertThat(new Watch(List.of(trace), true, LONG).isRequesting()).isTrue();
        assertThat(new Watch(List.of(trace), false, LONG).isRequesting()).isFalse();
        assertThat(new Watch(List.of(trace), false, Duration.ZERO).remaining()).isZero();
    }

    private static WeakReference<?> cleared() {
        WeakReference<Object> trace = new WeakReference<>(new Object());
        trace.clear();
        return trace;
    }
}
