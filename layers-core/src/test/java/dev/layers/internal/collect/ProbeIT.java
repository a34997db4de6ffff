package dev.layers.internal.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.internal.time.Deadline;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ProbeIT {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Probe probe = new Probe("chat probe", "the manager was closed");

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void whatIsHeld_isRetained() {
        ClassLoader held = new ClassLoader("chat#1", null) {};

        Sighting sighting = probe.watch(List.of(new WeakReference<>(held)), Terms.verdict(true, LONG))
                .orTimeout(1, TimeUnit.MINUTES)
                .join();

        assertThat(sighting.kind()).isEqualTo(Sighting.Kind.RETAINED);
        assertThat(sighting.collections()).isGreaterThanOrEqualTo(Terms.ENOUGH);
        assertThat(sighting.after()).isGreaterThanOrEqualTo(Terms.CERTAIN);
        Reference.reachabilityFence(held);
    }

    @Test
    void whatOutlivedTooFewCollectionsWhenTheTimeIsUp_isUnconfirmed() {
        ClassLoader held = new ClassLoader("chat#1", null) {};
        Canary canary = Canary.release(new ReferenceQueue<>());
        Watch watch = new Watch(List.of(new WeakReference<>(held)), Terms.verdict(true, Duration.ZERO), false);
        watch.accompany(canary);
        boolean before = watch.hasOutlivedCanary();

        collect(canary);

        assertThat(before).isFalse();
        assertThat(watch.look()).hasValueSatisfying(sighting -> {
            assertThat(sighting.kind()).isEqualTo(Sighting.Kind.UNCONFIRMED);
            assertThat(sighting.collections()).isEqualTo(1);
            assertThat(sighting.reason())
                    .isEqualTo("it outlived 1 collection in the time given;"
                            + " 4 in 2 s would show that something holds it");
        });
        Reference.reachabilityFence(held);
    }

    @Test
    void whatWasDropped_isCollected() {
        Sighting sighting = probe.watch(List.of(dropped()), Terms.verdict(true, LONG))
                .orTimeout(1, TimeUnit.MINUTES)
                .join();

        assertThat(sighting.kind()).isEqualTo(Sighting.Kind.COLLECTED);
    }

    @Test
    void passiveWatch_learnsOfTheCollectionOfAnother() {
        CompletableFuture<Sighting> sighting = probe.watch(List.of(dropped()), Terms.verdict(false, LONG));
        while (!sighting.isDone()) {
            System.gc();
        }

        assertThat(sighting.orTimeout(1, TimeUnit.MINUTES).join().kind()).isEqualTo(Sighting.Kind.COLLECTED);
    }

    @Test
    void passiveWatch_neverRequests() throws Exception {
        ClassLoader held = new ClassLoader("chat#1", null) {};
        try (RequestedCollections collections = new RequestedCollections()) {
            probe.watch(List.of(new WeakReference<>(held)), Terms.verdict(false, Duration.ofMillis(300)))
                    .join();

            System.gc();
            collections.awaitAll();

            assertThat(collections.count()).isEqualTo(1);
        }
        Reference.reachabilityFence(held);
    }

    @Test
    void requestingWatch_requests() throws Exception {
        ClassLoader held = new ClassLoader("chat#1", null) {};
        try (RequestedCollections collections = new RequestedCollections()) {
            probe.watch(List.of(new WeakReference<>(held)), Terms.verdict(true, LONG))
                    .orTimeout(1, TimeUnit.MINUTES)
                    .join();
            collections.awaitAll();

            assertThat(collections.count()).isPositive();
        }
        Reference.reachabilityFence(held);
    }

    @Test
    void follower_seesPassivelyWhatGoesAfterItWasRetained() throws Exception {
        List<ClassLoader> holder = new ArrayList<>(List.of(new ClassLoader("chat#1", null) {}));
        Watch watch = probe.follow(List.of(new WeakReference<>(holder.get(0))), Terms.verdict(true, LONG));
        Sighting first = watch.sighting().get(1, TimeUnit.MINUTES);
        try (RequestedCollections collections = new RequestedCollections()) {
            boolean early = watch.collected().isDone();
            holder.clear();

            int own = 0;
            while (!watch.collected().isDone()) {
                System.gc();
                own++;
                watch.collected()
                        .copy()
                        .completeOnTimeout(first, 1, TimeUnit.SECONDS)
                        .join();
            }
            collections.awaitAll();

            assertThat(first.kind()).isEqualTo(Sighting.Kind.RETAINED);
            assertThat(early).isFalse();
            assertThat(watch.collected().orTimeout(1, TimeUnit.MINUTES).join().kind())
                    .isEqualTo(Sighting.Kind.COLLECTED);
            assertThat(watch.isGone()).isTrue();
            assertThat(watch.outlived()).isGreaterThanOrEqualTo(Terms.ENOUGH);
            assertThat(collections.count()).as("none but those of this test").isLessThanOrEqualTo(own);
        }
    }

    @Test
    void glance_asksForTwoCollectionsAndNoLonger() throws Exception {
        ClassLoader held = new ClassLoader("chat#1", null) {};
        try (RequestedCollections collections = new RequestedCollections()) {
            Sighting sighting = probe.watch(List.of(new WeakReference<>(held)), Terms.glance())
                    .get(1, TimeUnit.MINUTES);
            collections.awaitAll();

            assertThat(sighting.kind()).isEqualTo(Sighting.Kind.RETAINED);
            assertThat(sighting.collections()).isEqualTo(2);
            assertThat(collections.count()).isBetween(1, 8);
        }
        Reference.reachabilityFence(held);
    }

    @Test
    void watchThatBeginsLater_requestsNothingBefore() throws Exception {
        ClassLoader held = new ClassLoader("chat#1", null) {};
        try (RequestedCollections collections = new RequestedCollections()) {
            CompletableFuture<Sighting> later = probe.watch(
                    List.of(new WeakReference<>(held)), Terms.glance().after(Duration.ofMillis(500)));
            probe.watch(List.of(new WeakReference<>(held)), Terms.verdict(false, Duration.ofMillis(200)))
                    .get(1, TimeUnit.MINUTES);
            int before = collections.count();

            Sighting sighting = later.get(1, TimeUnit.MINUTES);
            collections.awaitAll();

            assertThat(before).isZero();
            assertThat(sighting.after()).isGreaterThanOrEqualTo(Duration.ofMillis(500));
            assertThat(collections.count()).isPositive();
        }
        Reference.reachabilityFence(held);
    }

    @Test
    void manyWatches_shareTheirCollections() throws Exception {
        List<WeakReference<?>> dropped = IntStream.range(0, 100)
                .<WeakReference<?>>mapToObj(each -> dropped())
                .toList();
        try (RequestedCollections collections = new RequestedCollections()) {
            List<CompletableFuture<Sighting>> sightings = dropped.stream()
                    .map(trace -> probe.watch(List.of(trace), Terms.verdict(true, LONG)))
                    .toList();
            sightings.forEach(
                    sighting -> sighting.orTimeout(1, TimeUnit.MINUTES).join());
            collections.awaitAll();

            assertThat(sightings)
                    .allSatisfy(sighting -> assertThat(sighting.orTimeout(1, TimeUnit.MINUTES)
                                    .join()
                                    .kind())
                            .isEqualTo(Sighting.Kind.COLLECTED));
            assertThat(collections.count()).isLessThan(20);
        }
    }

    @Test
    void watchesCloselyOneAfterTheOther_leaveTheHostHalfOfItsTime() throws Exception {
        List<CompletableFuture<Sighting>> sightings = new ArrayList<>();
        try (RequestedCollections collections = new RequestedCollections()) {
            Deadline begun = Deadline.in(Duration.ZERO);
            for (int each = 0; each < 100; each++) {
                sightings.add(probe.watch(List.of(dropped()), Terms.verdict(true, LONG)));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
            sightings.forEach(
                    sighting -> sighting.orTimeout(1, TimeUnit.MINUTES).join());

            assertHalf(collections, begun.elapsed());
        }
    }

    @Test
    void watchesThatWaitForTheVerdictBefore_leaveTheHostHalfOfItsTime() throws Exception {
        // a collection takes longer than all else between two of them
        List<Object> live = Stream.generate(Object::new).limit(1_000_000).toList();
        try (RequestedCollections collections = new RequestedCollections()) {
            Deadline begun = Deadline.in(Duration.ZERO);
            for (int each = 0; each < 20; each++) {
                probe.watch(List.of(dropped()), Terms.verdict(true, LONG)).get(1, TimeUnit.MINUTES);
            }

            assertHalf(collections, begun.elapsed());
        }
        Reference.reachabilityFence(live);
    }

    @Test
    void canary_isThereUntilClassesAreUnloaded() {
        Canary canary = Canary.release(new ReferenceQueue<>());
        boolean before = canary.isGone();

        collect(canary);

        assertThat(before).isFalse();
        assertThat(canary.isGone()).isTrue();
    }

    /** The rest after the last one may still be to come. */
    private static void assertHalf(RequestedCollections collections, Duration elapsed) {
        collections.awaitAll();
        assertThat(collections.count()).isPositive();
        assertThat(collections.total()).isLessThanOrEqualTo(elapsed.dividedBy(2).plus(collections.longest()));
    }

    /** A method of its own, so that no frame keeps the loader. */
    private static WeakReference<ClassLoader> dropped() {
        return new WeakReference<>(new ClassLoader("chat#1", null) {});
    }

    private static void collect(Canary canary) {
        for (int request = 0; request < 5 && !canary.isGone(); request++) {
            System.gc();
        }
    }
}
