package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.internal.heap.AnalysisListener;
import dev.layers.internal.heap.HeapDumpException;
import dev.layers.internal.heap.Holding;
import dev.layers.retention.Hold;
import dev.layers.retention.Retention;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Explanations.Owner OWNER = new Explanations.Owner("test", "the test was closed");
    private static final String NOBODY = "nobody looked what holds it: ";

    private final Object held = new Object();
    private final List<WeakReference<Object>> traces = List.of(new WeakReference<>(held));
    private final List<Integer> batches = new CopyOnWriteArrayList<>();
    private final List<String> events = new CopyOnWriteArrayList<>();

    @Test
    void none_looksNothingUp() throws Exception {
        try (Explanations explanations = Explanations.of(OWNER, ExplanationPolicy.none(), this::tell)) {
            assertThat(result(explanations.explain(traces)))
                    .contains(unexamined(
                            "ExplanationPolicy.none() allows no heap dump," + " ExplanationPolicy.heapDump() does"));
        }
        Reference.reachabilityFence(held);
    }

    @Test
    void explain_allThatWait_areExaminedAtOnce() throws Exception {
        try (Explanations explanations = explanations(all(Holding.Kind.UNREFERENCED), LONG)) {
            List<CompletableFuture<Optional<Retention>>> all = new ArrayList<>();
            for (int number = 0; number < 20; number++) {
                all.add(explanations.explain(traces));
            }

            for (CompletableFuture<Optional<Retention>> one : all) {
                assertThat(result(one)).get().extracting(Retention::hold).isEqualTo(Hold.STRONG);
            }
        }

        assertThat(batches.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
        assertThat(batches).hasSizeLessThan(20);
    }

    @Test
    void explain_marksOfTwoManagers_differ() throws Exception {
        List<Long> numbers = new CopyOnWriteArrayList<>();
        Examination examination = (wanted, listener) -> {
            numbers.addAll(wanted);
            return all(Holding.Kind.UNREFERENCED).of(wanted, listener);
        };

        try (Explanations one = explanations(examination, LONG);
                Explanations other = explanations(examination, LONG)) {
            result(one.explain(traces));
            result(other.explain(traces));
            result(other.explain(traces));
        }

        assertThat(numbers).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void explain_collectedMeanwhile_findsNothing() throws Exception {
        try (Explanations explanations = explanations(all(Holding.Kind.COLLECTED), LONG)) {
            assertThat(result(explanations.explain(traces))).isEmpty();
        }
    }

    @Test
    void explain_tracesAreCleared_findsNothingWhateverTheDumpShows() throws Exception {
        try (Explanations explanations = explanations(all(Holding.Kind.UNREFERENCED), LONG)) {
            assertThat(result(explanations.explain(List.of(new WeakReference<>(null)))))
                    .isEmpty();
        }
    }

    @Test
    void explain_notInTheDump_isUnexamined() throws Exception {
        try (Explanations explanations = explanations((numbers, listener) -> Map.of(), LONG)) {
            assertThat(result(explanations.explain(traces))).contains(unexamined("the heap dump does not show it"));
        }
    }

    @Test
    void explain_noDump_isUnexaminedWithTheReason() throws Exception {
        Examination refused = (numbers, listener) -> {
            throw new HeapDumpException(HeapDumpException.Kind.UNAVAILABLE, "no space");
        };

        try (Explanations explanations = explanations(refused, LONG)) {
            assertThat(result(explanations.explain(traces))).contains(unexamined("no space"));
        }
    }

    @Test
    void explain_examinationFails_isUnexaminedAndTheNextOneIsNot() throws Exception {
        Examination failing = (numbers, listener) -> {
            if (batches.isEmpty()) {
                batches.add(0);
                throw new OutOfMemoryError("Java heap space");
            }
            return all(Holding.Kind.UNREFERENCED).of(numbers, listener);
        };

        try (Explanations explanations = explanations(failing, LONG)) {
            assertThat(result(explanations.explain(traces)))
                    .contains(unexamined("examining the heap failed: java.lang.OutOfMemoryError: Java heap space"));
            assertThat(result(explanations.explain(traces)))
                    .get()
                    .extracting(Retention::hold)
                    .isEqualTo(Hold.STRONG);
        }
    }

    @Test
    void limit_isOver_isUnexamined() throws Exception {
        Examination endless = (numbers, listener) -> {
            await(listener);
            throw new HeapDumpException(HeapDumpException.Kind.CANCELLED, "given up");
        };

        try (Explanations explanations = explanations(endless, Duration.ofMillis(1))) {
            assertThat(result(explanations.explain(traces)))
                    .contains(unexamined("the time that ExplanationPolicy allows was over"));
        }
    }

    @Test
    void close_whileExamining_givesUpWhatWaits() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Examination endless = (numbers, listener) -> {
            begun.countDown();
            await(listener);
            throw new HeapDumpException(HeapDumpException.Kind.CANCELLED, "given up");
        };
        Explanations explanations = explanations(endless, LONG);

        CompletableFuture<Optional<Retention>> running = explanations.explain(traces);
        begun.await();
        CompletableFuture<Optional<Retention>> waiting = explanations.explain(traces);
        explanations.close();

        assertThat(result(running)).contains(unexamined("the test was closed"));
        assertThat(result(waiting)).contains(unexamined("the test was closed"));
        assertThat(result(explanations.explain(traces))).contains(unexamined("the test was closed"));
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("test explanations");
    }

    @Test
    void close_whoeverDependsOnIt_doesNotRunOnTheClosingThread() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Examination endless = (numbers, listener) -> {
            begun.countDown();
            await(listener);
            throw new HeapDumpException(HeapDumpException.Kind.CANCELLED, "given up");
        };
        Explanations explanations = explanations(endless, LONG);

        CompletableFuture<String> running = explanations.explain(traces).thenApply(ExplanationsTest::thread);
        begun.await();
        CompletableFuture<String> waiting = explanations.explain(traces).thenApply(ExplanationsTest::thread);
        explanations.close();

        assertThat(List.of(running.get(1, TimeUnit.MINUTES), waiting.get(1, TimeUnit.MINUTES)))
                .containsOnly("test explained");
    }

    @Test
    void explain_whoeverWaitsForItBlocks_theOthersAreTold() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        try (Explanations explanations = explanations(all(Holding.Kind.UNREFERENCED), LONG)) {
            CompletableFuture<Void> blocking = explanations.explain(traces).thenAccept(found -> {
                try {
                    blocked.await();
                } catch (InterruptedException end) {
                    Thread.currentThread().interrupt();
                }
            });

            assertThat(result(explanations.explain(traces))).isPresent();
            assertThat(blocking).isNotDone();
            blocked.countDown();
        }
    }

    @Test
    void progress_isToldByTenths() throws Exception {
        Examination telling = (numbers, listener) -> {
            listener.progress("dumping the heap", 0);
            listener.progress("dumping the heap", 100);
            for (int percent = 0; percent <= 100; percent++) {
                listener.progress("reading", percent);
            }
            return all(Holding.Kind.UNREFERENCED).of(numbers, listener);
        };

        try (Explanations explanations = explanations(telling, LONG)) {
            result(explanations.explain(traces));
        }

        assertThat(events)
                .startsWith("1 dumping the heap 0", "1 dumping the heap 100", "1 reading 0", "1 reading 10")
                .endsWith("1 reading 100")
                .hasSize(13);
    }

    private static String thread(Optional<Retention> found) {
        return Thread.currentThread().getName();
    }

    private static void await(AnalysisListener listener) {
        while (listener.isWaiting()) {
            Thread.onSpinWait();
        }
    }

    private Examination all(Holding.Kind kind) {
        return (numbers, listener) -> {
            batches.add(numbers.size());
            return holdings(numbers, kind);
        };
    }

    private static Map<Long, Holding> holdings(Collection<Long> numbers, Holding.Kind kind) {
        return numbers.stream()
                .collect(Collectors.toMap(number -> number, number -> new Holding(kind, List.of(), false)));
    }

    private Explanations explanations(Examination examination, Duration limit) {
        return Explanations.by(examination, OWNER, limit, this::tell);
    }

    private void tell(int generations, String stage, int percent) {
        events.add(generations + " " + stage + " " + percent);
    }

    private static Retention unexamined(String reason) {
        return Retention.unexamined(NOBODY + reason);
    }

    private static Optional<Retention> result(CompletableFuture<Optional<Retention>> future) throws Exception {
        return future.get(LONG.toMillis(), TimeUnit.MILLISECONDS);
    }
}
