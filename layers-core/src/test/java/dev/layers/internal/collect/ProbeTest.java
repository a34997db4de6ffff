package dev.layers.internal.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProbeTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final Object held = new Object();
    private final WeakReference<Object> trace = new WeakReference<>(held);
    private final Probe probe = new Probe("chat probe", "the manager was closed");

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void closing_leavesWhatIsWatchedUnconfirmed() {
        CompletableFuture<Sighting> first = probe.watch(List.of(trace), Terms.verdict(false, LONG));
        CompletableFuture<Sighting> second = probe.watch(List.of(trace), Terms.verdict(false, LONG));
        boolean early = first.isDone() || second.isDone();

        probe.close();

        assertThat(early).isFalse();
        assertThat(List.of(told(first), told(second))).allSatisfy(ProbeTest::assertClosed);
    }

    @Test
    void watchAfterClosing_isUnconfirmedAtOnce() {
        probe.close();

        CompletableFuture<Sighting> sighting = probe.watch(List.of(trace), Terms.verdict(false, LONG));

        assertThat(sighting).isDone();
        assertClosed(told(sighting));
    }

    @Test
    void passiveWatchWhoseTimeIsUp_isUnconfirmed() throws Exception {
        Sighting sighting = probe.watch(List.of(trace), Terms.verdict(false, Duration.ofMillis(20)))
                .get(1, TimeUnit.MINUTES);

        assertThat(sighting.kind()).isEqualTo(Sighting.Kind.UNCONFIRMED);
        assertThat(sighting.reason()).isEqualTo(VirtualMachine.running().whyNothingWasUnloaded(false));
    }

    @Test
    void whatIsGoneAlready_isCollectedWithoutACollection() throws Exception {
        WeakReference<Object> gone = new WeakReference<>(new Object());
        gone.clear();

        Sighting sighting =
                probe.watch(List.of(gone), Terms.verdict(false, LONG)).get(1, TimeUnit.MINUTES);

        assertThat(sighting.kind()).isEqualTo(Sighting.Kind.COLLECTED);
        assertThat(sighting.collections()).isZero();
    }

    @Test
    void closing_cancelsWhatIsFollowedAfterItsVerdict() throws Exception {
        Watch watch = probe.follow(List.of(trace), Terms.verdict(false, Duration.ZERO));
        watch.sighting().get(1, TimeUnit.MINUTES);
        boolean early = watch.collected().isDone();
        List<Thread> meanwhile = probeThreads();

        probe.close();

        assertThat(early).isFalse();
        assertThat(meanwhile).hasSize(1);
        assertThat(watch.collected()).isCancelled();
        assertThat(told(watch.sighting()).reason()).isNotEqualTo("the manager was closed");
        assertThat(probeThreads()).isEmpty();
    }

    @Test
    void followingAfterClosing_isCancelledAtOnce() {
        probe.close();

        Watch watch = probe.follow(List.of(trace), Terms.verdict(false, LONG));

        assertClosed(told(watch.sighting()));
        assertThat(watch.collected()).isCancelled();
    }

    @Test
    void threadEnds_whenNothingIsLeftToWatch() throws Exception {
        WeakReference<Object> gone = new WeakReference<>(new Object());
        gone.clear();

        probe.follow(List.of(gone), Terms.verdict(false, LONG)).collected().get(1, TimeUnit.MINUTES);
        for (Thread thread : probeThreads()) {
            thread.join(60_000);
        }

        assertThat(probeThreads()).isEmpty();
    }

    @Test
    void thread_livesWhileThereIsSomethingToWatchAndBearsTheName() {
        probe.watch(List.of(trace), Terms.verdict(false, LONG));
        List<Thread> meanwhile = probeThreads();

        probe.close();

        assertThat(meanwhile).hasSize(1).allMatch(Thread::isDaemon);
        assertThat(probeThreads()).isEmpty();
    }

    @Test
    void closing_whileTheThreadIsKept_leavesItUnconfirmedLater() throws Exception {
        Watch watch = probe.follow(List.of(trace), Terms.verdict(false, LONG));

        // as a collection would that takes longer than closing waits
        synchronized (probe) {
            probe.close();
            assertThat(watch.sighting()).isNotDone();
        }

        assertClosed(watch.sighting().get(1, TimeUnit.MINUTES));
        assertThat(watch.collected().handle((collected, ended) -> ended).get(1, TimeUnit.MINUTES))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void findingOfOne_isNotHeldUpByWhoeverDependsOnAnother() throws Exception {
        CompletableFuture<Void> never = new CompletableFuture<>();
        CompletableFuture<Sighting> first = probe.watch(List.of(trace), Terms.verdict(false, LONG));
        first.thenRun(never::join);

        // only now: who depends on what was told already is told on his own thread
        trace.clear();
        Sighting second =
                probe.watch(List.of(trace), Terms.verdict(false, LONG)).get(1, TimeUnit.MINUTES);

        assertThat(first.get(1, TimeUnit.MINUTES).kind()).isEqualTo(Sighting.Kind.COLLECTED);
        assertThat(second.kind()).isEqualTo(Sighting.Kind.COLLECTED);
        never.complete(null);
    }

    private static List<Thread> probeThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && thread.getName().equals("chat probe"))
                .toList();
    }

    private static Sighting told(CompletableFuture<Sighting> sighting) {
        return sighting.orTimeout(1, TimeUnit.MINUTES).join();
    }

    private static void assertClosed(Sighting sighting) {
        assertThat(sighting.kind()).isEqualTo(Sighting.Kind.UNCONFIRMED);
        assertThat(sighting.reason()).isEqualTo("the manager was closed");
    }
}
