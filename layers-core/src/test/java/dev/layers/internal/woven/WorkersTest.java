package dev.layers.internal.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private final Workers workers = new Workers();
    private final Object first = new Object();
    private final Object second = new Object();

    @Test
    void engines_areClosedInTheOrderOfMaking() {
        workers.add(first, engine -> Optional.of("first was closed"));
        workers.add(second, engine -> Optional.of("second was closed"));

        Chores closing = closing();

        assertThat(closing.done()).containsExactly("first was closed", "second was closed");
        assertThat(closing.failures()).isEmpty();
    }

    @Test
    void failure_isToldAndTheOthersAreClosed() {
        workers.add(first, engine -> {
            throw new IllegalStateException("no");
        });
        workers.add(second, engine -> Optional.of("second was closed"));

        Chores closing = closing();

        assertThat(closing.done()).containsExactly("second was closed");
        assertThat(closing.failures())
                .singleElement()
                .asString()
                .startsWith("closing a pool or timer failed: java.lang.IllegalStateException: no at ");
    }

    @Test
    void failureOfWhoIsTold_isTold() {
        SharedTask task = workers.task(() -> {});
        task.whenDropped(() -> {
            throw new IllegalStateException("no");
        });

        Chores closing = closing();

        assertThat(closing.done()).containsExactly("1 asynchronous task was dropped before it began");
        assertThat(closing.failures())
                .singleElement()
                .asString()
                .startsWith("dropping an asynchronous task failed: java.lang.IllegalStateException: no at ");
    }

    @Test
    void workers_areEmptyWhenNothingIsToClose() {
        assertThat(workers.isEmpty()).isTrue();

        workers.add(first, engine -> Optional.empty());
        assertThat(workers.isEmpty()).isFalse();

        workers.remove(first);
        assertThat(workers.isEmpty()).isTrue();
    }

    @Test
    void manyEngines_areAddedAtOnce() {
        List<Object> kept = new ArrayList<>();

        assertTimeout(Duration.ofSeconds(10), () -> {
            for (int i = 0; i < 100_000; i++) {
                Object engine = new Object();
                kept.add(engine);
                workers.add(engine, some -> Optional.empty());
            }
        });

        assertThat(kept).hasSize(100_000);
    }

    private Chores closing() {
        Chores chores = new Chores();
        workers.close(chores);
        chores.run();
        return chores;
    }
}
