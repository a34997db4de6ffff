package dev.layers.internal.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StacksTest {
    private final AtomicInteger taken = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final Stacks stacks = new Stacks(this::source);

    @Test
    void stacks_ofAHundredAskersAtOnce_areTakenTwice() throws Exception {
        ExecutorService askers = Executors.newFixedThreadPool(101);
        try {
            Future<Map<Thread, StackTraceElement[]>> first =
                    askers.submit((Callable<Map<Thread, StackTraceElement[]>>) stacks::take);
            begun.await();
            CountDownLatch asking = new CountDownLatch(100);
            List<Future<Map<Thread, StackTraceElement[]>>> others = new ArrayList<>();
            for (int asker = 0; asker < 100; asker++) {
                others.add(askers.submit(() -> {
                    asking.countDown();
                    return stacks.take();
                }));
            }
            asking.await();
            awaitQueue();
            end.countDown();

            for (Future<Map<Thread, StackTraceElement[]>> other : others) {
                assertThat(other.get()).isSameAs(others.get(0).get()).isNotSameAs(first.get());
            }
            assertThat(taken).hasValue(2);
        } finally {
            askers.shutdownNow();
        }
    }

    @Test
    void stacks_areTakenAfterTheyAreAskedFor() {
        end.countDown();

        Map<Thread, StackTraceElement[]> earlier = stacks.take();
        Map<Thread, StackTraceElement[]> later = stacks.take();

        assertThat(later).isNotSameAs(earlier);
        assertThat(taken).hasValue(2);
    }

    @Test
    void stacks_areThoseOfTheJvm() {
        assertThat(new Stacks().take()).containsKey(Thread.currentThread());
    }

    /** All askers but the first wait for it. */
    private void awaitQueue() {
        while (stacks.askers() < 100) {
            Thread.onSpinWait();
        }
    }

    private Map<Thread, StackTraceElement[]> source() {
        taken.incrementAndGet();
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
        return new HashMap<>();
    }
}
