package dev.layers.internal.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Terms REQUESTING = Terms.verdict(true, LONG);

    private final Object held = new Object();
    private final WeakReference<Object> trace = new WeakReference<>(held);

    @Test
    void clearedTraces_areCollected() {
        Watch watch = new Watch(List.of(cleared(), cleared()), REQUESTING, true);

        assertThat(watch.look()).hasValueSatisfying(sighting -> {
            assertThat(sighting.kind()).isEqualTo(Sighting.Kind.COLLECTED);
            assertThat(sighting.collections()).isZero();
            assertThat(sighting.reason()).isEmpty();
        });
        assertThat(watch.isOver()).isTrue();
        assertThat(watch.isGone()).isTrue();
    }

    @Test
    void oneTraceThatIsThere_leavesItOpen() {
        Watch watch = new Watch(List.of(cleared(), trace), REQUESTING, false);

        assertThat(watch.look()).isEmpty();
        assertThat(watch.isOver()).isFalse();
        assertThat(watch.isGone()).isFalse();
    }

    @Test
    void timeThatIsUpWithoutACollection_isUnconfirmed() {
        Watch watch = new Watch(List.of(trace), Terms.verdict(true, Duration.ZERO), false);

        assertThat(watch.look()).hasValueSatisfying(sighting -> {
            assertThat(sighting.kind()).isEqualTo(Sighting.Kind.UNCONFIRMED);
            assertThat(sighting.reason()).isEqualTo(VirtualMachine.running().whyNothingWasUnloaded(true));
        });
        assertThat(watch.isOver()).isTrue();
    }

    @Test
    void passiveTimeThatIsUp_saysThatNothingWasRequested() {
        Watch watch = new Watch(List.of(trace), Terms.verdict(false, Duration.ZERO), false);

        assertThat(watch.look().map(Sighting::reason))
                .hasValue(VirtualMachine.running().whyNothingWasUnloaded(false));
    }

    @Test
    void watchThatIsGivenUp_isUnconfirmedForThatReason() {
        Watch watch = new Watch(List.of(trace), REQUESTING, true);

        Sighting sighting = watch.givenUp("the manager was closed");
        watch.tell(sighting, Runnable::run);

        assertThat(sighting.kind()).isEqualTo(Sighting.Kind.UNCONFIRMED);
        assertThat(sighting.reason()).isEqualTo("the manager was closed");
        assertThat(watch.sighting()).isCompletedWithValue(sighting);
        assertThat(watch.collected()).isCancelled();
    }

    @Test
    void watchThatGoesOn_asksForNothingAndTellsWhenItIsCollected() {
        Watch watch = new Watch(List.of(trace), Terms.verdict(true, Duration.ZERO), true);
        boolean requesting = watch.isRequesting();
        Sighting first = watch.look().orElseThrow();
        watch.tell(first, Runnable::run);
        Optional<Sighting> second = watch.look();

        trace.clear();
        Sighting third = watch.look().orElseThrow();
        watch.tell(third, Runnable::run);

        assertThat(requesting).isTrue();
        assertThat(first.kind()).isEqualTo(Sighting.Kind.UNCONFIRMED);
        assertThat(second).isEmpty();
        assertThat(third.kind()).isEqualTo(Sighting.Kind.COLLECTED);
        assertThat(watch.isRequesting()).isFalse();
        assertThat(watch.sighting()).isCompletedWithValue(first);
        assertThat(watch.collected()).isCompletedWithValue(third);
        assertThat(watch.isOver()).isTrue();
    }

    @Test
    void watchThatGoesOn_isNotLookedAtForATime() {
        Watch watch = new Watch(List.of(trace), Terms.verdict(true, Duration.ZERO), true);
        watch.look();

        assertThat(watch.remaining()).isEqualTo(Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(watch.needsCanary()).isTrue();
    }

    @Test
    void watchThatBeginsLater_asksForNothingBefore() {
        Watch watch = new Watch(List.of(trace), Terms.glance().after(LONG), false);

        assertThat(watch.isRequesting()).isFalse();
        assertThat(watch.needsCanary()).isFalse();
        assertThat(watch.look()).isEmpty();
        assertThat(watch.remaining()).isBetween(Duration.ofSeconds(1), LONG);
    }

    @Test
    void watchThatBeginsLater_seesWhatIsGoneBefore() {
        Watch watch = new Watch(List.of(cleared()), Terms.glance().after(LONG), false);

        assertThat(watch.look().map(Sighting::kind)).hasValue(Sighting.Kind.COLLECTED);
    }

    @Test
    void glance_asksAtOnceForAShortTime() {
        Watch watch = new Watch(List.of(trace), Terms.glance(), false);

        assertThat(watch.isRequesting()).isTrue();
        assertThat(watch.remaining()).isLessThanOrEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void watch_needsACanaryUntilOneAccompaniesIt() {
        Watch watch = new Watch(List.of(trace), REQUESTING, false);
        boolean before = watch.needsCanary();

        watch.accompany(Canary.release(new ReferenceQueue<>()));

        assertThat(before).isTrue();
        assertThat(watch.needsCanary()).isFalse();
    }

    @Test
    void settings_areToldAsTheyWereGiven() {
        assertThat(new Watch(List.of(trace), REQUESTING, false).isRequesting()).isTrue();
        assertThat(new Watch(List.of(trace), Terms.verdict(false, LONG), false).isRequesting())
                .isFalse();
        assertThat(new Watch(List.of(trace), Terms.verdict(false, Duration.ZERO), false).remaining())
                .isZero();
    }

    private static WeakReference<?> cleared() {
        WeakReference<Object> trace = new WeakReference<>(new Object());
        trace.clear();
        return trace;
    }
}
