package dev.layers.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.Verdict;
import dev.layers.retention.Hold;
import dev.layers.retention.Retention;
import dev.layers.retention.RetentionPath;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondLookTest {
    private static final Verdict COLLECTED = new Verdict.Collected(Duration.ofSeconds(3));
    private static final Verdict WITHOUT_PATH = retained(new Retention(Hold.STRONG, List.of(), List.of("no path")));

    @Test
    void strongWithoutPath_thatGoesLater_isCollected() throws Exception {
        Deque<Verdict> looks = new ArrayDeque<>(List.of(WITHOUT_PATH, COLLECTED));

        Verdict last = SecondLook.after(WITHOUT_PATH, looks::remove);

        assertThat(last).isEqualTo(COLLECTED);
        assertThat(looks).isEmpty();
    }

    @Test
    void whatHasAPath_orWasNotExamined_isNotLookedAtAgain() throws Exception {
        RetentionPath path = new RetentionPath("thread 'host'", List.of("acme.Chat"), "a cause", "an advice");

        assertThat(lookedAgain(retained(new Retention(Hold.STRONG, List.of(path), List.of()))))
                .isFalse();
        assertThat(lookedAgain(retained(Retention.unexamined("no dump")))).isFalse();
        assertThat(lookedAgain(COLLECTED)).isFalse();
        assertThat(lookedAgain(WITHOUT_PATH)).isTrue();
    }

    private static boolean lookedAgain(Verdict first) throws InterruptedException {
        Deque<Verdict> looks = new ArrayDeque<>(List.of(COLLECTED));
        SecondLook.after(first, looks::remove);
        return looks.isEmpty();
    }

    private static Verdict retained(Retention retention) {
        return new Verdict.Retained(Duration.ofSeconds(2), 4, retention);
    }
}
