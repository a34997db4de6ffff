package dev.layers.internal.drain;

import static dev.layers.internal.drain.StagedClasses.call;
import static dev.layers.internal.drain.StagedClasses.chat;
import static dev.layers.internal.drain.StagedClasses.checkingEntry;
import static dev.layers.internal.drain.StagedClasses.crossing;
import static dev.layers.internal.drain.StagedClasses.entry;
import static dev.layers.internal.drain.StagedClasses.field;
import static dev.layers.internal.drain.StagedClasses.next;
import static dev.layers.internal.drain.StagedClasses.point;
import static dev.layers.internal.drain.StagedClasses.quick;
import static dev.layers.internal.drain.StagedClasses.service;
import static dev.layers.internal.drain.StagedClasses.set;
import static dev.layers.internal.drain.StagedClasses.switched;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.internal.drain.StagedThreads.Kind;
import dev.layers.internal.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class DrainTest {
    /** More than stack traces have by default. */
    private static final int HIGH = 3_000;

    private final StagedThreads threads = new StagedThreads();
    private final CallCensus census = StagedClasses.census("chat#1");
    private final Drain drain = census.begin();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicBoolean over = new AtomicBoolean();

    static List<Kind> kinds() {
        return StagedThreads.kinds();
    }

    @AfterEach
    void endAll() {
        over.set(true);
        threads.close();
        Thread.interrupted();
    }

    @Test
    void nobody_isQuiet() {
        assertThat(drain.awaitQuiet(longTime())).isTrue();
        assertThat(drain.callers()).isEmpty();
        assertThat(drain.blindSpot()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void callOfTheGeneration_isWaitedFor(Kind kind) {
        Runnable chat = chat("chat#1");
        Thread caller = threads.startWaiting(kind, call("chat#1", chat));

        boolean before = drain.awaitQuiet(noTime());
        List<Caller> callers = drain.callers();
        end(chat);
        boolean after = drain.awaitQuiet(longTime());

        assertThat(before).isFalse();
        assertThat(callers).singleElement().satisfies(found -> {
            assertThat(found.thread().orElse(null)).isSameAs(kind == Kind.PLATFORM ? caller : null);
            assertThat(found.isVirtual()).isEqualTo(kind == Kind.VIRTUAL);
            assertThat(found.name()).isEqualTo(caller.getName());
            assertThat(found.stack())
                    .extracting(StackTraceElement::getClassLoaderName)
                    .contains("chat#1", "chat#1 calls", StagedClasses.REFERENCES);
        });
        assertThat(after).isTrue();
        assertThat(drain.callers()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void callThatEndsMeanwhile_isWaitedFor(Kind kind) {
        Runnable chat = chat("chat#1");
        Thread caller = threads.startWaiting(kind, call("chat#1", chat));
        threads.start(Kind.PLATFORM, () -> {
            Deadline.in(Duration.ofMillis(100)).join(caller);
            end(chat);
        });

        assertThat(drain.awaitQuiet(longTime())).isTrue();
        assertThat(((CountDownLatch) field(chat, "end")).getCount()).isZero();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void callOfTheNextGeneration_isNotWaitedFor(Kind kind) {
        threads.startWaiting(kind, call("chat#2", chat("chat#2")));
        threads.startWaiting(kind, crossing("chat#2", chat("chat#2")));

        assertThat(drain.awaitQuiet(noTime())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void moduleCodeThatNobodyCalled_isNotWaitedFor(Kind kind) {
        threads.startWaiting(kind, chat("chat#1"));

        assertThat(drain.awaitQuiet(noTime())).isTrue();
    }

    /** The entry that it comes to will turn it back. */
    @ParameterizedTest
    @MethodSource("kinds")
    void callThatHasNotEntered_isNotWaitedFor(Kind kind) {
        threads.startWaiting(kind, service(() -> StagedThreads.await(end)));

        assertThat(drain.awaitQuiet(noTime())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void callOfWhatCrossed_isWaitedFor(Kind kind) {
        Runnable chat = chat("chat#1");
        threads.startWaiting(kind, crossing("chat#1", chat));
        threads.startWaiting(kind, crossing("chat#1", () -> StagedThreads.await(end)));

        boolean before = drain.awaitQuiet(noTime());
        int callers = drain.callers().size();
        end(chat);
        end.countDown();

        assertThat(before).isFalse();
        assertThat(callers).isEqualTo(2);
        assertThat(drain.awaitQuiet(longTime())).isTrue();
    }

    /** Where stack traces are cut, the frame of the entry is missing. */
    @ParameterizedTest
    @MethodSource("kinds")
    void callUnderAHighStack_isWaitedFor(Kind kind) {
        Runnable chat = chat("chat#1");
        set(chat, "depth", HIGH);
        threads.startWaiting(kind, call("chat#1", chat));

        boolean before = drain.awaitQuiet(noTime());
        boolean again = drain.awaitQuiet(noTime());
        end(chat);

        assertThat(before).isFalse();
        assertThat(again).isFalse();
        assertThat(drain.awaitQuiet(longTime())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void threadSeenOutside_isNotLookedAtAgain(Kind kind) {
        Runnable chat = chat("chat#1");
        CountDownLatch on = new CountDownLatch(1);
        threads.startWaiting(kind, call("chat#1", chat));
        Thread other = threads.startWaiting(kind, () -> {
            StagedThreads.await(on);
            entry("chat#1", () -> StagedThreads.await(end)).run();
        });

        boolean first = drain.awaitQuiet(noTime());
        on.countDown();
        awaitEntry(other);
        end(chat);
        boolean second = drain.awaitQuiet(longTime());

        assertThat(first).isFalse();
        assertThat(second).isTrue();
        assertThat(census.begin().awaitQuiet(noTime())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void threadBornLater_isNotLookedAt(Kind kind) {
        Runnable chat = chat("chat#1");
        threads.startWaiting(kind, call("chat#1", chat));

        boolean first = drain.awaitQuiet(noTime());
        threads.startWaiting(kind, entry("chat#1", () -> StagedThreads.await(end)));
        end(chat);

        assertThat(first).isFalse();
        assertThat(drain.awaitQuiet(longTime())).isTrue();
    }

    /** Either thread leaves only while the other is inside. */
    @ParameterizedTest
    @MethodSource("kinds")
    void threadsThatTakeTurns_areSeenOutsideOneByOne(Kind kind) {
        Turns turns = new Turns();
        threads.start(kind, turns.thread(0));
        threads.start(kind, turns.thread(1));
        turns.awaitBegin();

        boolean quiet = drain.awaitQuiet(longTime());

        assertThat(quiet).isTrue();
        assertThat(turns.fewest()).isEqualTo(1);
    }

    /** Nothing but calls runs in these threads, not even between two calls can they be stopped. */
    @ParameterizedTest
    @MethodSource("kinds")
    void trafficThroughEntriesThatTurnLateCallsBack_isSeenToHaveLeft(Kind kind) {
        Runnable module = quick("chat#0");
        Runnable entry = checkingEntry("chat#0", module);
        Runnable reference = switched(entry);
        startTraffic(kind, reference);

        for (int round = 1; round <= 20; round++) {
            Runnable old = module;
            Runnable oldEntry = entry;
            module = quick("chat#" + round);
            entry = checkingEntry("chat#" + round, module);
            point(reference, entry);
            StagedClasses.close(oldEntry);
            Drain oldDrain = StagedClasses.census("chat#" + (round - 1)).begin();

            assertThat(oldDrain.awaitQuiet(longTime())).isTrue();
            assertNoCallComesLate(old);
        }
    }

    private void startTraffic(Kind kind, Runnable reference) {
        CountDownLatch begun = new CountDownLatch(2);
        for (int number = 0; number < 2; number++) {
            threads.start(kind, () -> {
                begun.countDown();
                while (!over.get()) {
                    reference.run();
                }
            });
        }
        StagedThreads.await(begun);
    }

    private static void assertNoCallComesLate(Runnable quick) {
        set(quick, "over", true);
        LockSupport.parkNanos(1_000_000);
        assertThat(field(quick, "late")).isEqualTo(0);
    }

    @Test
    void endedThread_isOutside() {
        Runnable chat = chat("chat#1");
        Thread caller = threads.startWaiting(Kind.PLATFORM, call("chat#1", chat));

        boolean before = drain.awaitQuiet(noTime());
        end(chat);
        StagedThreads.join(caller);

        assertThat(before).isFalse();
        assertThat(drain.awaitQuiet(noTime())).isTrue();
    }

    @Test
    void callersOfBothKinds_areReportedTogether() {
        kinds().forEach(kind -> threads.startWaiting(kind, call("chat#1", chat("chat#1"))));

        boolean quiet = drain.awaitQuiet(noTime());

        assertThat(quiet).isFalse();
        assertThat(drain.callers()).hasSameSizeAs(kinds());
    }

    @Test
    void interruptOfTheThreadThatAsks_stands() {
        kinds().forEach(kind -> threads.startWaiting(kind, call("chat#1", chat("chat#1"))));
        Thread.currentThread().interrupt();

        boolean quiet = drain.awaitQuiet(Deadline.in(Duration.ofMillis(50)));

        assertThat(quiet).isFalse();
        assertThat(drain.callers()).hasSameSizeAs(kinds());
        assertThat(drain.blindSpot()).isEmpty();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void threadThatAsksThroughWhatCrossed_doesNotWaitForItself(Kind kind) {
        AtomicBoolean quiet = new AtomicBoolean();

        StagedThreads.join(threads.start(kind, crossing("chat#1", () -> quiet.set(drain.awaitQuiet(noTime())))));

        assertThat(quiet).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void threadThatAsksFromInside_isACaller(Kind kind) {
        AtomicBoolean quiet = new AtomicBoolean(true);
        Runnable chat = next(chat("chat#1"), () -> quiet.set(drain.awaitQuiet(noTime())));
        end(chat);

        StagedThreads.join(threads.start(kind, call("chat#1", chat)));

        assertThat(quiet).isFalse();
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void virtualThreadsThatTheJdkDoesNotTrack_areABlindSpot() {
        String tracking = System.getProperty("jdk.trackAllThreads");
        System.setProperty("jdk.trackAllThreads", "false");
        try {
            assertThat(drain.awaitQuiet(noTime())).isTrue();
        } finally {
            restore(tracking);
        }

        assertThat(drain.blindSpot())
                .hasValue("virtual threads could not be looked at: -Djdk.trackAllThreads=false hides some");
    }

    private static void restore(String tracking) {
        if (tracking == null) {
            System.clearProperty("jdk.trackAllThreads");
        } else {
            System.setProperty("jdk.trackAllThreads", tracking);
        }
    }

    private static void awaitEntry(Thread thread) {
        boolean there = false;
        while (!there) {
            there = List.of(thread.getStackTrace()).toString().contains("generated.entry")
                    && thread.getState() == Thread.State.WAITING;
        }
    }

    private static void end(Runnable chat) {
        ((CountDownLatch) field(chat, "end")).countDown();
    }

    private static Deadline noTime() {
        return Deadline.in(Duration.ZERO);
    }

    private static Deadline longTime() {
        return Deadline.in(StagedThreads.LONG);
    }
}
