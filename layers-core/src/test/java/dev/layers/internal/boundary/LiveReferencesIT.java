package dev.layers.internal.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.ChatContract;
import dev.layers.fixture.Patience;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LiveReferencesIT {
    private static final int THREADS = 4;

    private final Customs customs = new Customs();
    private final Border border = customs.border("chat#1");

    private record Loud(int number) implements ChatContract.Listener {
        @Override
        public void heard(String text) {}
    }

    @Test
    void referenceThatSomebodyHolds_keepsItsObject() {
        WeakReference<Object> object;
        Object outside;
        {
            Loud loud = new Loud(1);
            object = new WeakReference<>(loud);
            outside = cross(loud);
        }

        assertThat(Patience.outlivesCollections(object)).isTrue();
        Reference.reachabilityFence(outside);
    }

    @Test
    void referenceThatNobodyHolds_isCollectedWithItsObject() {
        WeakReference<Object> object = dropped();

        Patience.untilCollected(object);
    }

    @Test
    void objectWhoseReferenceIsGone_getsAnother() {
        Loud loud = new Loud(1);
        WeakReference<Object> first = new WeakReference<>(cross(loud));
        Patience.untilCollected(first);

        Object second = cross(loud);

        assertThat(second).isInstanceOf(ChatContract.Listener.class);
        assertThat(customs.maker.made).hasValue(2);
    }

    @Test
    void collectedEntries_areTakenOut() {
        WeakReference<Object> last = null;
        for (int i = 0; i < 1000; i++) {
            last = new WeakReference<>(cross(new Loud(i)));
        }
        Patience.untilCollected(Objects.requireNonNull(last));

        Patience.until("most entries are taken out", () -> {
            System.gc();
            cross(new Loud(0));
            return border.outward().live().size() <= 100;
        });
    }

    @Test
    void releasedBorder_holdsNothingOfWhatCrossed() {
        Loud loud = new Loud(1);
        Object outside = cross(loud);
        border.known(loud, new Loud(2));
        WeakReference<Object> object = new WeakReference<>(loud);
        border.release();
        loud = null;

        Patience.untilCollected(object);

        Reference.reachabilityFence(outside);
        Reference.reachabilityFence(border);
    }

    /** Each object gets one reference, whichever threads meet over it, while others are collected beside it. */
    @Test
    void manyThreads_getTheSameReferences() throws Exception {
        List<Loud> objects = IntStream.range(0, 20_000).mapToObj(Loud::new).toList();
        CyclicBarrier barrier = new CyclicBarrier(THREADS);
        Callable<List<Object>> crossing = () -> {
            barrier.await();
            return objects.stream().map(this::crossBesideOthers).toList();
        };

        List<List<Object>> all = inThreads(crossing);

        Set<Object> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        all.forEach(distinct::addAll);
        assertThat(distinct).hasSize(objects.size());
        assertThat(all).allMatch(each -> each.equals(all.get(0)));
        assertThat(border.release()).isEmpty();
    }

    /** Nothing that crosses while the border is released stays connected. */
    @Test
    void manyThreads_leaveNothingUncut() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(THREADS + 1);
        Callable<List<Object>> crossing = () -> {
            barrier.await();
            return IntStream.range(0, 5000).mapToObj(Loud::new).map(this::cross).toList();
        };
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<Object>>> running = IntStream.range(0, THREADS)
                    .mapToObj(i -> threads.submit(crossing))
                    .toList();
            barrier.await();
            border.release();

            for (Future<List<Object>> each : running) {
                assertThat(each.get())
                        .allMatch(reference -> dev.layers.internal.reference.Crossing.target(
                                        (dev.layers.internal.reference.Crossing) reference)
                                == null);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Object crossBesideOthers(Loud object) {
        cross(new Loud(-1));
        return cross(object);
    }

    private Object cross(Object object) {
        return Objects.requireNonNull(customs.pass("listener", object, border.outward()));
    }

    private WeakReference<Object> dropped() {
        Loud loud = new Loud(1);
        cross(loud);
        return new WeakReference<>(loud);
    }

    private static <T> List<T> inThreads(Callable<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(Collections.nCopies(THREADS, task))) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
