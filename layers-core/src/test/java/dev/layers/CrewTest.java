package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CrewTest {
    private final ClassLoader context = new ClassLoader() {};

    @Test
    void single_isDoneOnTheCallingThread() {
        AtomicReference<Thread> worker = new AtomicReference<>();

        try (Crew crew = new Crew("crew", context)) {
            crew.each(List.of("one"), thing -> worker.set(Thread.currentThread()));
        }

        assertThat(worker).hasValue(Thread.currentThread());
    }

    @Test
    void several_areDoneByAsManyThreadsAsThereAreProcessors_whichEnd() throws Exception {
        List<Integer> things = IntStream.range(0, 200).boxed().toList();
        Queue<Integer> done = new ConcurrentLinkedQueue<>();
        Queue<Thread> workers = new ConcurrentLinkedQueue<>();

        try (Crew crew = new Crew("crew", context)) {
            crew.each(things, thing -> {
                workers.add(Thread.currentThread());
                done.add(thing);
            });
        }

        assertThat(done).containsExactlyInAnyOrderElementsOf(things);
        List<Thread> different = workers.stream().distinct().toList();
        assertThat(different).hasSizeLessThanOrEqualTo(Runtime.getRuntime().availableProcessors());
        for (Thread worker : different) {
            assertThat(worker.getName()).matches("crew [0-9]+");
            assertThat(worker.isDaemon()).isTrue();
            worker.join(30_000);
            assertThat(worker.isAlive()).isFalse();
        }
    }

    @Test
    void failure_isThrownWhenAllWereTried() {
        Queue<Integer> done = new ConcurrentLinkedQueue<>();

        try (Crew crew = new Crew("crew", context)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> crew.each(List.of(1, 2, 3), thing -> {
                        done.add(thing);
                        if (thing == 1) {
                            throw new IllegalStateException("odd");
                        }
                    }))
                    .withMessage("odd");
        }

        assertThat(done).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void nothing_isDoneWithNothing() {
        try (Crew crew = new Crew("crew", context)) {
            crew.each(List.of(), thing -> {
                throw new IllegalStateException("odd");
            });
        }
    }
}
