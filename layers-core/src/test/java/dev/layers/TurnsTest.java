package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TurnsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService others = Executors.newCachedThreadPool();
    private final Turn base = new Turn("base", LONG);
    private final Turn ext = new Turn("ext", LONG);

    @AfterEach
    void end() {
        others.shutdownNow();
    }

    @Test
    void thoseThatShare_runBesideEachOther() throws Exception {
        int many = 50;
        CyclicBarrier all = new CyclicBarrier(many);
        List<Future<Integer>> running = new ArrayList<>();

        for (int each = 0; each < many; each++) {
            running.add(others.submit(() -> base.share(() -> arrive(all))));
        }

        for (Future<Integer> ended : running) {
            ended.get();
        }
    }

    @Test
    void whoeverTakesIt_waitsForAllThatShare_andKeepsOthersWaiting() throws Exception {
        CountDownLatch shared = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        Future<?> one = others.submit(() -> base.share(() -> await(shared, end)));
        Future<?> two = others.submit(() -> base.share(() -> await(shared, end)));
        shared.await();

        Future<String> alone = others.submit(() -> base.take(() -> "alone"));

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> alone.get(100, TimeUnit.MILLISECONDS));
        end.countDown();
        assertThat(alone.get()).isEqualTo("alone");
        one.get();
        two.get();
    }

    @Test
    void manyTurns_areTakenWithoutADeadlock_whateverTheirOrder() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<List<Turn>> orders = List.of(List.of(base, ext), List.of(ext, base));
        List<Future<?>> running = new ArrayList<>();

        for (int caller = 0; caller < 4; caller++) {
            List<Turn> order = orders.get(caller % 2);
            running.add(others.submit(() -> {
                for (int round = 0; round < 1_000; round++) {
                    Turns.take(order, List.of(), () -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        return inside.decrementAndGet();
                    });
                    Turns.take(order.subList(0, 1), order.subList(1, 2), inside::get);
                }
            }));
        }
        for (Future<?> ended : running) {
            ended.get();
        }

        assertThat(most).hasValue(1);
    }

    @Test
    void turnThatIsNotFree_givesTheOthersBack() {
        Turn busy = new Turn("ext", Duration.ofMillis(20));
        Turn free = new Turn("base", Duration.ofMillis(20));
        Future<?> waiting = busyUntilInterrupted(busy);

        assertThatExceptionOfType(ModuleBusyException.class)
                .isThrownBy(() -> Turns.take(List.of(busy, free), List.of(), () -> "never"))
                .withMessage("Module 'ext': another operation has not ended within 20 ms; wait for it and ask again");

        assertThat(free.take(() -> "free")).isEqualTo("free");
        waiting.cancel(true);
    }

    @Test
    void turnWithinItself_isRefusedAtOnce() {
        assertThatExceptionOfType(ModuleBusyException.class)
                .isThrownBy(() -> base.share(() -> base.take(() -> "never")))
                .withMessage("Module 'base': asked for from inside another operation on it, by a listener; ask from"
                        + " another thread, or later");
        assertThat(base.take(() -> "free")).isEqualTo("free");
    }

    private Future<?> busyUntilInterrupted(Turn turn) {
        CountDownLatch inside = new CountDownLatch(1);
        Future<?> running = others.submit(() -> turn.take(() -> await(inside, new CountDownLatch(1))));
        assertThat(await(new CountDownLatch(0), inside)).isTrue();
        return running;
    }

    private static boolean await(CountDownLatch arrived, CountDownLatch end) {
        arrived.countDown();
        try {
            return end.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException ended) {
            return false;
        }
    }

    private static int arrive(CyclicBarrier barrier) {
        try {
            return barrier.await(1, TimeUnit.MINUTES);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
