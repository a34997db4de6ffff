package dev.layers.internal.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProbeTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final Object held = new Object();
    private final WeakReference<Object> trace = new WeakReference<>(held);
    private final Probe probe = new Probe("chat probe");

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void closing_leavesWhatIsWatchedUnconfirmed() {
        CompletableFuture<Sighting> first = probe.watch(List.of(trace), false, LONG);
        CompletableFuture<Sighting> second = probe.watch(List.of(trace), false, LONG);
        boolean early = first.isDone() || second.isDone();

        probe.close();

        assertThat(early).isFalse();
        assertThat(List.of(first.join(), second.join())).allSatisfy(ProbeTest::assertClosed);
    }

    @Test
    void watchAfterClosing_isUnconfirmedAtOnce() {
        probe.close();

        CompletableFuture<Sighting> sighting = probe.watch(List.of(trace), false, LONG);

        assertThat(sighting).isDone();
        assertClosed(sighting.join());
    }

    @Test
    void passiveWatchWhoseTimeIsUp_isUnconfirmed() {
        Sighting sighting =
                probe.watch(List.of(trace), false, Duration.ofMillis(20)).join();

        assertThat(sighting.kind()).isEqualTo(Sighting.Kind.UNCONFIRMED);
        assertThat(sighting.reason()).isEqualTo("no collection that unloads classes was seen");
    }

    @Test
    void whatIsGoneAlready_isCollectedWithoutACollection() {
        WeakReference<Object> gone = new WeakReference<>(new Object());
        gone.clear();

        Sighting sighting = probe.watch(List.of(gone), false, LONG).join();

        assertThat(sighting.kind()).isEqualTo(Sighting.Kind.COLLECTED);
        assertThat(sighting.collections()).isZero();
    }

    @Test
    void thread_livesWhileThereIsSomethingToWatchAndBearsTheName() {
        probe.watch(List.of(trace), false, LONG);
        List<Thread> meanwhile = probeThreads();

        probe.close();

        assertThat(meanwhile).hasSize(1).allMatch(Thread::isDaemon);
        assertThat(probeThreads()).isEmpty();
    }

    @Test
    void findingOfOne_isNotHeldUpByWhoeverDependsOnAnother() {
        WeakReference<Object> gone = new WeakReference<>(new Object());
        gone.clear();
        CompletableFuture<Void> never = new CompletableFuture<>();
        probe.watch(List.of(gone), false, LONG).thenRun(never::join);

        Sighting sighting = probe.watch(List.of(gone), false, LONG).join();

        assertThat(sighting.kind()).isEqualTo(Sighting.Kind.COLLECTED);
        never.complete(null);
    }

    private static List<Thread> probeThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && thread.getName().equals("chat probe"))
                .toList();
    }

    private static void assertClosed(Sighting sighting) {
        assertThat(sighting.kind()).isEqualTo(Sighting.Kind.UNCONFIRMED);
        assertThat(sighting.reason()).isEqualTo("the manager was closed");
    }
}
