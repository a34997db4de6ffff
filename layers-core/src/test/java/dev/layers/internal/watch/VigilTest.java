package dev.layers.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VigilTest {
    private static final Duration QUIET = Duration.ofMillis(500);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final FakeDirectory directory = new FakeDirectory();
    private final FakeNotices notices = new FakeNotices();
    private final Told told = new Told();
    /** Begins where a long overflows soon: only differences count. */
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);

    private final Vigil vigil = new Vigil(
            new Terms(QUIET, POLL, LONGEST, new Terms.Bounds(1_000, 1_000_000, 10)),
            new Vigil.Means(directory, notices, clock::get),
            told);

    @Test
    void artifacts_areToldTogether_afterTheQuietPeriod() {
        directory.write("a.jar", "a1");
        directory.write("b.jar", "b1");

        assertThat(turn()).isEqualTo(QUIET);
        assertThat(told.all).isEmpty();
        pass(QUIET);

        assertThat(turn()).isEqualTo(POLL.minus(QUIET));
        assertThat(told.all).containsExactly("a.jar=a1 b.jar=b1");
    }

    @Test
    void nothingHappens_nothingIsReadNorTold() {
        settle("a.jar", "a1");
        int readings = directory.readings;

        for (int polls = 0; polls < 10; polls++) {
            pass(POLL);
            turn();
        }

        assertThat(told.all).isEmpty();
        assertThat(directory.readings).isEqualTo(readings);
        assertThat(vigil.standing().looks()).isEqualTo(11);
    }

    @Test
    void touch_isNoChange() {
        settle("a.jar", "a1");

        noticed(directory.touch("a.jar"));
        rest();

        assertThat(told.all).isEmpty();
    }

    @Test
    void rewriteInPlace_sameStamp_isNoticedByItsEvent() {
        settle("a.jar", "a1");

        noticed(directory.rewrite("a.jar", "a2"));
        rest();

        assertThat(told.all).containsExactly("a.jar=a2");
    }

    @Test
    void change_withoutAnEvent_isFoundByPolling() {
        settle("a.jar", "a1");

        directory.write("a.jar", "a2");
        turn();
        assertThat(vigil.standing().restless()).isEmpty();
        pass(POLL);
        turn();
        assertThat(vigil.standing().restless()).containsExactly(directory.file("a.jar"));
        rest();

        assertThat(told.all).containsExactly("a.jar=a2");
    }

    @Test
    void overflow_isFollowedByALookAtEverything() {
        settle("a.jar", "a1");
        directory.write("a.jar", "a2");
        directory.write("b.jar", "b1");

        vigil.turn(News.everything());
        rest();

        assertThat(told.all).containsExactly("a.jar=a2 b.jar=b1");
    }

    @Test
    void growingFile_isWaitedFor() {
        settle("a.jar", "a1");

        for (int part = 0; part < 20; part++) {
            directory.write("a.jar", "a2 part " + part);
            noticed(directory.file("a.jar"));
            pass(QUIET.minusMillis(1));
            turn();
        }
        directory.write("a.jar", "a2 whole");
        noticed(directory.file("a.jar"));
        assertThat(told.all).isEmpty();
        rest();

        assertThat(told.all).containsExactly("a.jar=a2 whole");
    }

    @Test
    void growingFile_withoutEvents_isWaitedFor() {
        directory.write("a.jar", "part 1");
        turn();
        for (int part = 2; part < 20; part++) {
            directory.write("a.jar", "part " + part);
            pass(QUIET);
            turn();
        }
        assertThat(told.all).isEmpty();

        rest();

        assertThat(told.all).containsExactly("a.jar=part 19");
    }

    @Test
    void changeWhileItIsRead_isRead() {
        FakeDirectory directory = this.directory;
        directory.write("a.jar", "a1");
        turn();
        pass(QUIET);
        noticed(directory.rewrite("a.jar", "a2"));
        assertThat(told.all).isEmpty();

        rest();

        assertThat(told.all).containsExactly("a.jar=a2");
    }

    @Test
    void removal_isToldAfterTheQuietPeriod() {
        settle("a.jar", "a1");

        noticed(directory.delete("a.jar"));
        assertThat(told.all).isEmpty();
        rest();

        assertThat(told.all).containsExactly("a.jar=gone");
        assertThat(vigil.standing().artifacts()).isZero();
    }

    @Test
    void deletionAndCreation_isOneChange_orNone() {
        settle("a.jar", "a1");

        noticed(directory.delete("a.jar"));
        pass(QUIET.minusMillis(1));
        noticed(directory.write("a.jar", "a1"));
        rest();
        assertThat(told.all).isEmpty();
        noticed(directory.delete("a.jar"));
        noticed(directory.write("a.jar", "a2"));
        rest();

        assertThat(told.all).containsExactly("a.jar=a2");
    }

    @Test
    void renameOver_isOneChange() {
        settle("a.jar", "a1");

        noticed(directory.write("a.jar.tmp", "a2"));
        directory.move("a.jar.tmp", "a.jar");
        noticed(directory.file("a.jar.tmp"), directory.file("a.jar"));
        rest();

        assertThat(told.all).containsExactly("a.jar=a2");
    }

    @Test
    void backupAndNewFile_isOneChange() {
        settle("a.jar", "a1");

        noticed(directory.write("4913", ""));
        noticed(directory.delete("4913"));
        directory.move("a.jar", "a.jar~");
        noticed(directory.file("a.jar"), directory.file("a.jar~"));
        noticed(directory.write("a.jar", "a2"));
        noticed(directory.delete("a.jar~"));
        rest();

        assertThat(told.all).containsExactly("a.jar=a2");
    }

    @Test
    void copiersAndEditorsOwnFiles_areNoArtifacts() {
        settle("a.jar", "a1");
        int looks = directory.looks;

        noticed(
                directory.write(".a.jar.AbC123", "a2"),
                directory.write(".a.jar.swp", ""),
                directory.write("a.jar~", ""));
        rest();

        assertThat(told.all).isEmpty();
        assertThat(directory.looks).isEqualTo(looks);
    }

    @Test
    void hiddenLink_isSwapped_changesAreFoundAtOnce() {
        settle("a.jar", "a1");
        settle("b.jar", "b1");

        directory.write("a.jar", "a2");
        noticed(directory.file("..data"));
        pass(QUIET.dividedBy(2));
        turn();
        rest();

        assertThat(told.all).containsExactly("a.jar=a2");
    }

    @Test
    void oneThatNeverRests_holdsOthersUpForTenQuietPeriodsAtMost_andIsTold() {
        settle("a.jar", "a1");
        directory.write("b.jar", "b1");
        noticed(directory.file("b.jar"));

        long longest = LONGEST.plus(QUIET).toMillis();
        for (long time = 0; time < longest; time += 100) {
            noticed(directory.write("a.jar", "a" + time));
            pass(Duration.ofMillis(100));
            turn();
            boolean isDue = time + 100 >= QUIET.multipliedBy(11).toMillis();
            assertThat(told.all.contains("b.jar=b1"))
                    .as("after %s ms", time + 100)
                    .isEqualTo(isDue);
        }
        noticed(directory.write("a.jar", "a2"));
        rest();

        assertThat(told.all)
                .containsExactly(
                        "b.jar=b1",
                        "trouble: 'a.jar' has been changing for 60000 ms and was never at rest for 500 ms;"
                                + " it is taken when it is at rest, so write it elsewhere and move it here",
                        "recovered",
                        "a.jar=a2");
    }

    @Test
    void oneThatIsTouchedForEver_isNoTrouble() {
        settle("a.jar", "a1");

        for (long time = 0; time < LONGEST.toMillis() * 3; time += 100) {
            noticed(directory.touch("a.jar"));
            pass(Duration.ofMillis(100));
            turn();
        }
        rest();

        assertThat(told.all).isEmpty();
    }

    @Test
    void hundredEventsASecond_costNoLookEach() {
        settle("a.jar", "a1");
        int looks = directory.looks;

        for (int event = 0; event < 500; event++) {
            noticed(directory.touch("a.jar"));
            pass(Duration.ofMillis(10));
            turn();
        }

        assertThat(directory.looks - looks)
                .as("one at the first event, and those of the polls")
                .isLessThan(5);
    }

    @Test
    void directoryIsGone_nothingIsToldOfItsArtifacts_untilItIsBack() {
        settle("a.jar", "a1");
        settle("b.jar", "b1");

        Path a = directory.delete("a.jar");
        Path b = directory.delete("b.jar");
        directory.failure = new NoSuchFileException("/plugins");
        vigil.turn(new News(Set.of(a, b), News.Extent.DIRECTORY));
        for (int polls = 0; polls < 100; polls++) {
            pass(POLL);
            turn();
        }
        assertThat(told.all)
                .containsExactly("trouble: nothing is there;"
                        + " nothing in it is loaded, reloaded or unloaded until that is over");
        assertThat(vigil.standing().trouble()).isPresent();

        directory.failure = null;
        directory.identity++;
        directory.write("b.jar", "b2");
        pass(POLL);
        turn();
        assertThat(told.all).hasSize(2).endsWith("recovered");
        rest();

        assertThat(told.all).hasSize(3).endsWith("a.jar=gone b.jar=b2");
        assertThat(vigil.standing().trouble()).isEmpty();
    }

    @Test
    void directoryIsBackAsItWas_nothingIsTold() {
        settle("a.jar", "a1");

        directory.failure = new IOException("Stale file handle");
        pass(POLL);
        turn();
        directory.failure = null;
        directory.touch("a.jar");
        pass(POLL);
        turn();
        rest();

        assertThat(told.all)
                .containsExactly(
                        "trouble: Stale file handle;"
                                + " nothing in it is loaded, reloaded or unloaded until that is over",
                        "recovered");
    }

    @Test
    void directoryVanishesInTheQuietPeriodOfItsFiles_theyAreNotTakenForRemoved() {
        settle("a.jar", "a1");

        noticed(directory.delete("a.jar"));
        directory.failure = new NoSuchFileException("/plugins");
        rest();

        assertThat(told.all).hasSize(1).allMatch(text -> text.startsWith("trouble: nothing is there"));
    }

    @Test
    void directoryIsReplacedByAnEmptyOne_isWaitedForUntilSomethingIsInIt() {
        settle("a.jar", "a1");

        directory.delete("a.jar");
        directory.identity++;
        for (int polls = 0; polls < 10; polls++) {
            pass(POLL);
            turn();
        }
        assertThat(told.all)
                .containsExactly("trouble: it is empty since it is back;"
                        + " nothing in it is loaded, reloaded or unloaded until that is over");
        noticed(directory.write("b.jar", "b1"));
        pass(QUIET);
        turn();
        rest();

        assertThat(told.all).hasSize(3).endsWith("recovered", "a.jar=gone b.jar=b1");
        assertThat(notices.forgotten).hasSize(2);
    }

    @Test
    void directoryIsEmptied_everythingIsGone() {
        settle("a.jar", "a1");
        settle("b.jar", "b1");

        noticed(directory.delete("a.jar"), directory.delete("b.jar"));
        rest();

        assertThat(told.all).containsExactly("a.jar=gone b.jar=gone");
    }

    @Test
    void deferred_isGivenTheSameAgain() {
        told.again = Optional.of(Duration.ofSeconds(1));
        directory.write("a.jar", "a1");
        turn();
        pass(QUIET);

        assertThat(turn()).isEqualTo(Duration.ofSeconds(1));
        told.again = Optional.empty();
        pass(Duration.ofSeconds(1).minusNanos(1));
        turn();
        assertThat(told.all).containsExactly("a.jar=a1");
        pass(Duration.ofNanos(1));
        turn();
        pass(POLL);
        turn();

        assertThat(told.all).containsExactly("a.jar=a1", "");
    }

    @Test
    void next_isNeverLaterThanThePoll_norAtOnceForEver() {
        settle("a.jar", "a1");
        noticed(directory.write("a.jar", "a2"));

        int turns = 0;
        for (long passed = 0; passed < POLL.toNanos(); turns++) {
            Duration next = turn();
            assertThat(next).isBetween(Duration.ofNanos(1), POLL);
            pass(next);
            passed += next.toNanos();
        }

        assertThat(turns).isLessThan(5);
    }

    private void settle(String name, String content) {
        noticed(directory.write(name, content));
        rest();
        told.all.clear();
    }

    private void noticed(Path... paths) {
        vigil.turn(new News(Set.of(paths), News.Extent.NOTHING_ELSE));
    }

    private void rest() {
        pass(QUIET);
        turn();
    }

    private Duration turn() {
        return vigil.turn(News.none());
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
