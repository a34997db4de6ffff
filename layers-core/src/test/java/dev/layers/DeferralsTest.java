package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DeferralsTest {
    private final List<String> told = new ArrayList<>();
    private final List<Duration> answers = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);
    private final Deferrals deferrals = deferrals(change -> answers.remove(0));

    @Test
    void change_isPutOff_isAskedOfAgainWhenTheTimeIsOver() {
        answers.addAll(List.of(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ZERO));

        assertThat(isNow("one")).isFalse();
        assertThat(deferrals.next()).contains(Duration.ofSeconds(2));
        clock.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(isNow("one")).isFalse();
        assertThat(deferrals.isDue()).isFalse();
        clock.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(deferrals.isDue()).isTrue();
        assertThat(isNow("one")).isFalse();
        clock.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(isNow("one")).isTrue();

        assertThat(deferrals.next()).isEmpty();
        assertThat(told).containsExactly("RELOAD one in PT2S", "RELOAD one in PT1S");
    }

    @Test
    void changeIsNotWantedAnyLonger_isForgotten() {
        answers.add(Duration.ofSeconds(2));
        assertThat(isNow("one")).isFalse();

        String nothing = deferrals.during(() -> "nothing is to be changed");

        assertThat(nothing).isNotEmpty();
        assertThat(deferrals.next()).isEmpty();
    }

    @Test
    void eachChange_isPutOffByItself() {
        answers.addAll(List.of(Duration.ofSeconds(2), Duration.ofSeconds(1)));

        boolean any = deferrals.during(() -> deferrals.isNow(change("one")) | deferrals.isNow(change("two")));

        assertThat(any).isFalse();
        assertThat(deferrals.next()).contains(Duration.ofSeconds(1));
    }

    @Test
    @SuppressWarnings("NullAway") // what a careless host answers
    void askingFails_orAnswersNothing_theChangeIsMadeNow() {
        Function<Change, Duration> nothing = change -> null;

        assertThat(deferrals(change -> {
                            throw new IllegalStateException("nobody is there");
                        })
                        .isNow(change("one")))
                .isTrue();
        assertThat(deferrals(nothing).isNow(change("one"))).isTrue();
        assertThat(deferrals(change -> Duration.ofSeconds(-1)).isNow(change("one")))
                .isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void shortTimes_areAQuietPeriod_andToldOnce() {
        answers.addAll(List.of(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofSeconds(1)));

        for (int time = 0; time < 3; time++) {
            assertThat(isNow("one")).isFalse();
            assertThat(isNow("one")).isFalse();
            clock.addAndGet(Duration.ofMillis(500).toNanos());
        }

        assertThat(deferrals.next()).contains(Duration.ofMillis(500));
        assertThat(told).containsExactly("RELOAD one in PT0.5S", "RELOAD one in PT1S");
    }

    @Test
    void forEver_isACentury() {
        answers.add(Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(isNow("one")).isFalse();

        assertThat(deferrals.next()).contains(Duration.ofDays(36_500));
    }

    @Test
    void retries_comeLaterEachTime_andBeginAnewOnceNothingFails() {
        Retries retries = new Retries(Duration.ofSeconds(20), clock::get);
        assertThat(retries.next()).isEmpty();

        assertThat(retries.failed()).isEqualTo(Duration.ofSeconds(20));
        assertThat(retries.isDue()).isFalse();
        clock.addAndGet(Duration.ofSeconds(20).toNanos());
        assertThat(retries.isDue()).isTrue();
        retries.begin();
        assertThat(retries.failed()).isEqualTo(Duration.ofSeconds(40));
        retries.begin();
        assertThat(retries.failed()).isEqualTo(Duration.ofMinutes(1));
        retries.begin();
        assertThat(retries.next()).isEmpty();
        retries.begin();

        assertThat(retries.failed()).isEqualTo(Duration.ofSeconds(20));
    }

    private boolean isNow(String module) {
        return deferrals.during(() -> deferrals.isNow(change(module)));
    }

    private Deferrals deferrals(Function<Change, Duration> asking) {
        Announcer announcer = new Announcer(List.of(event -> {
            LayerEvent.Planned planned = (LayerEvent.Planned) event;
            told.add(planned.change().kind() + " " + planned.change().module() + " in " + planned.deferred());
        }));
        return new Deferrals(announcer, new Deferrals.Asking(asking, Duration.ofMillis(500)), clock::get);
    }

    private static Change change(String module) {
        return new Change(
                Change.Kind.RELOAD,
                module,
                Optional.empty(),
                module + ".jar",
                Optional.of("old"),
                Optional.of("new"),
                "",
                List.of());
    }
}
