package dev.layers.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FixedTurnsTest {
    private static final String MEANS = "linked modules";

    private final List<Settled> told = new ArrayList<>();
    private Optional<Duration> due = Optional.empty();

    private final Receiver receiver = new Receiver() {
        @Override
        public Optional<Duration> receive(Settled settled) {
            told.add(settled);
            return due;
        }

        @Override
        public void troubled(String reason) {
            throw new AssertionError(reason);
        }

        @Override
        public void recovered() {
            throw new AssertionError("there was no trouble");
        }
    };

    private final FixedTurns turns = new FixedTurns(new TreeMap<>(Map.of(Path.of("chat"), "linked")), receiver, MEANS);

    @Test
    void artifacts_haveChangedOnce() {
        turns.turn(News.none());
        turns.turn(News.everything());

        assertThat(told).extracting(Settled::changed).containsExactly(Set.of(Path.of("chat")), Set.of());
        assertThat(told).allSatisfy(settled -> assertThat(settled.artifacts()).containsOnlyKeys(Path.of("chat")));
    }

    @Test
    void nextTurn_isWhenTheReceiverWantsItButSoonEnoughToEnd() {
        assertThat(turns.turn(News.none())).isEqualTo(FixedTurns.PAUSE);

        due = Optional.of(Duration.ofSeconds(1));
        assertThat(turns.turn(News.none())).isEqualTo(Duration.ofSeconds(1));
        due = Optional.of(Duration.ofHours(1));
        assertThat(turns.turn(News.none())).isEqualTo(FixedTurns.PAUSE);
    }

    @Test
    void standing_isWithoutTrouble() {
        assertThat(turns.standing()).isEqualTo(new Standing(1, List.of(), Optional.empty(), MEANS, 0));
    }
}
