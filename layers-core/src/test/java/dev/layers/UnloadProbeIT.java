package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.layers.retention.Retention;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Verdicts on what was loaded without a manager. */
@Timeout(180)
class UnloadProbeIT {
    private static final int ATTEMPTS = 5;

    private final List<ClassLoader> holders = new ArrayList<>();

    @Test
    void whatWasDropped_isCollected() throws Exception {
        // @start region="watch"
        try (UnloadProbe probe =
                UnloadProbe.of(CollectionPolicy.request(Duration.ofSeconds(30)), ExplanationPolicy.none())) {
            WeakReference<ClassLoader> trace = loadUseAndDrop();
            Verdict verdict = probe.watch(trace).get(1, TimeUnit.MINUTES);
            assertThat(verdict).isInstanceOf(Verdict.Collected.class);
        }
        // @end
    }

    @Test
    void whatIsHeld_isRetainedAndCollectedLater() throws Exception {
        try (UnloadProbe probe =
                UnloadProbe.of(CollectionPolicy.request(Duration.ofSeconds(30)), ExplanationPolicy.none())) {
            holders.add(new ClassLoader("chat#1", null) {});
            Watched watched = probe.follow(new WeakReference<>(holders.get(0)));
            Verdict first = watched.verdict().get(1, TimeUnit.MINUTES);
            boolean early = watched.collected().isDone();

            holders.clear();

            assertThat(first).isInstanceOf(Verdict.Retained.class);
            assertThat(early).isFalse();
            Verdict.Collected later = collected(watched);
            assertThat(later.after()).isGreaterThan(first.after());
            assertThat(watched.verdict().join()).isSameAs(first);
        }
    }

    @Test
    void manyAtOnce_areEachTold() throws Exception {
        try (UnloadProbe probe =
                UnloadProbe.of(CollectionPolicy.request(Duration.ofSeconds(30)), ExplanationPolicy.none())) {
            holders.add(new ClassLoader("held", null) {});
            List<CompletableFuture<Verdict>> dropped = new ArrayList<>();
            for (int number = 0; number < 100; number++) {
                dropped.add(probe.watch(loadUseAndDrop()));
            }
            CompletableFuture<Verdict> held = probe.watch(new WeakReference<>(holders.get(0)));

            assertThat(held.get(1, TimeUnit.MINUTES)).isInstanceOf(Verdict.Retained.class);
            assertThat(dropped)
                    .allSatisfy(verdict ->
                            assertThat(verdict.get(1, TimeUnit.MINUTES)).isInstanceOf(Verdict.Collected.class));
        }
    }

    @Test
    void closedProbe_saysSoAndCancels() throws Exception {
        holders.add(new ClassLoader("held", null) {});
        UnloadProbe probe = UnloadProbe.of(CollectionPolicy.passive(), ExplanationPolicy.none());
        Watched watched = probe.follow(new WeakReference<>(holders.get(0)));
        boolean early = watched.verdict().isDone();

        probe.close();

        assertThat(early).isFalse();
        assertThat(watched.verdict().get(1, TimeUnit.MINUTES))
                .isInstanceOfSatisfying(
                        Verdict.Unconfirmed.class,
                        verdict -> assertThat(verdict.reason()).isEqualTo("the probe was closed"));
        assertThat(watched.collected()).isCancelled();
    }

    @Test
    void closedProbeThatIsExplaining_saysThatItIsRetained() throws Exception {
        Retention closed = Retention.unexamined("nobody looked what holds it: the probe was closed");
        holders.add(new ClassLoader("held", null) {});

        // one that has explained it before this thread has its turn is closed too late
        List<Retention> told = new ArrayList<>();
        while (told.size() < ATTEMPTS && !told.contains(closed)) {
            told.add(toldByAProbeThatIsClosed());
        }

        assertThat(told).contains(closed);
    }

    @Test
    void futures_areNobodysButTheProbes() {
        holders.add(new ClassLoader("held", null) {});
        try (UnloadProbe probe = UnloadProbe.of(CollectionPolicy.passive(), ExplanationPolicy.none())) {
            Watched watched = probe.follow(new WeakReference<>(holders.get(0)));

            watched.collected().cancel(true);
            watched.verdict().complete(new Verdict.Collected(Duration.ZERO));

            assertThat(watched.verdict()).isNotDone();
            assertThat(watched.collected()).isNotDone();
        }
    }

    @Test
    void nothingToWatch_isRefused() {
        try (UnloadProbe probe = UnloadProbe.of(CollectionPolicy.passive(), ExplanationPolicy.none())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(probe::watch)
                    .withMessage("No reference to what was dropped; wanted one at least");
            assertThatIllegalArgumentException().isThrownBy(probe::follow);
        }
    }

    private Retention toldByAProbeThatIsClosed() throws Exception {
        UnloadProbe probe =
                UnloadProbe.of(CollectionPolicy.request(Duration.ofSeconds(30)), ExplanationPolicy.heapDump());
        CompletableFuture<Verdict> verdict = probe.watch(new WeakReference<>(holders.get(0)));
        while (!isExplaining() && !verdict.isDone()) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        probe.close();
        return ((Verdict.Retained) verdict.get(1, TimeUnit.MINUTES)).retention();
    }

    private static boolean isExplaining() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("layers explanations"));
    }

    private static Verdict.Collected collected(Watched watched) throws Exception {
        CompletableFuture<Verdict.Collected> collected = watched.collected();
        while (!collected.isDone()) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return collected.get();
    }

    /** A method of its own, so that no frame keeps the loader. */
    private static WeakReference<ClassLoader> loadUseAndDrop() {
        return new WeakReference<>(new ClassLoader("chat#1", null) {});
    }
}
