package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnTest {
    private final ExecutorService others = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        others.shutdownNow();
    }

    @Test
    void operation_givesItsValue() {
        assertThat(new Turn("chat", Duration.ZERO).take(() -> "done")).isEqualTo("done");
    }

    @Test
    void failedOperation_endsItsTurn() {
        Turn turn = new Turn("chat", Duration.ZERO);

        assertThatIllegalStateException()
                .isThrownBy(() -> turn.take(() -> {
                    throw new IllegalStateException("odd");
                }))
                .withMessage("odd");
        assertThat(turn.take(() -> "next")).isEqualTo("next");
    }

    @Test
    void crewOfAnOperation_asksFromInside() {
        Turn turn = new Turn("chat", Duration.ofHours(1));
        SharedOutcome<String> shared = new SharedOutcome<>(turn);

        try (Crew crew = new Crew("test", TurnTest.class.getClassLoader())) {
            turn.take(() -> refusals(crew, () -> turn.share(() -> "in vain")));
            shared.join(() -> refusals(crew, () -> shared.join(() -> "in vain", told -> {})), told -> {});
            crew.each(List.of(1, 2), side -> assertThat(turn.take(() -> "done")).isEqualTo("done"));
        }
    }

    /** Asks on threads of the crew, and finds itself refused. */
    private static String refusals(Crew crew, Supplier<String> asking) {
        crew.each(
                List.of(1, 2),
                side -> assertThatExceptionOfType(ModuleBusyException.class)
                        .isThrownBy(asking::get)
                        .withMessage(
                                "Module 'chat': asked for from inside another operation on it, by a listener; ask from another"
                                        + " thread, or later"));
        return "refused";
    }

    @Test
    void operations_runOneAfterTheOther() throws Exception {
        Turn turn = new Turn("chat", Duration.ofMinutes(1));
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();

        for (int caller = 0; caller < 4; caller++) {
            running.add(others.submit(() -> {
                for (int round = 0; round < 1_000; round++) {
                    turn.take(() -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        return inside.decrementAndGet();
                    });
                }
            }));
        }
        for (Future<?> ended : running) {
            ended.get();
        }

        assertThat(most).hasValue(1);
    }

    @Test
    void operationThatDoesNotEnd_isToldInFull() throws Exception {
        Turn turn = new Turn("chat", Duration.ofMillis(50));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        others.execute(() -> turn.take(() -> {
            inside.countDown();
            return await(end);
        }));
        inside.await();

        assertThatExceptionOfType(ModuleBusyException.class)
                .isThrownBy(() -> turn.take(() -> "never"))
                .withMessage("Module 'chat': another operation has not ended within 50 ms; wait for it and ask again");
        end.countDown();
    }

    private static boolean await(CountDownLatch end) {
        try {
            end.await();
            return true;
        } catch (InterruptedException ended) {
            return false;
        }
    }
}
