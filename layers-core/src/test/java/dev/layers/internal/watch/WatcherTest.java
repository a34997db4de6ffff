package dev.layers.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.layers.internal.time.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The watch on a real directory: with the watch service of the system, whose poll would come much too late, and without. */
class WatcherTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration NEVER = Duration.ofHours(1);
    private static final String FOLLOWED = "followed by a watch service";

    @TempDir
    Path temporary;

    private final Told told = new Told();
    private final AtomicBoolean isWanted = new AtomicBoolean(true);
    private Duration quiet = Duration.ofMillis(100);
    private Path directory;
    private Watcher watcher;

    @BeforeEach
    void directory() throws IOException {
        directory = Files.createDirectory(temporary.resolve("plugins"));
        Files.writeString(directory.resolve("a.jar"), "a1");
    }

    @AfterEach
    void close() {
        if (watcher != null) {
            assertThat(watcher.close(Deadline.in(PATIENCE))).isTrue();
        }
    }

    @Test
    void dances_onARealDirectory_areOneChangeEachOrNone() throws IOException {
        // the steps of one change must lie closer together than that, whatever else the machine does
        quiet = Duration.ofSeconds(1);
        watch(NEVER);

        Files.writeString(directory.resolve("a.jar.tmp"), "a2");
        Files.move(directory.resolve("a.jar.tmp"), directory.resolve("a.jar"), StandardCopyOption.REPLACE_EXISTING);
        untilTold(1);
        Files.writeString(directory.resolve(".a.jar.swp"), "");
        Files.writeString(directory.resolve("4913"), "");
        Files.delete(directory.resolve("4913"));
        Files.move(directory.resolve("a.jar"), directory.resolve("a.jar~"));
        Files.writeString(directory.resolve("a.jar"), "a3");
        Files.delete(directory.resolve("a.jar~"));
        untilTold(2);
        Files.delete(directory.resolve("a.jar"));
        Files.writeString(directory.resolve("a.jar"), "a3");
        Files.writeString(directory.resolve("b.jar"), "b1");
        untilTold(3);
        Files.writeString(directory.resolve("a.jar"), "a4");
        untilTold(4);
        Files.delete(directory.resolve("b.jar"));
        untilTold(5);

        assertThat(told.all)
                .extracting(text -> text.replaceAll("=[0-9a-f]{64}", ""))
                .containsExactly("a.jar", "a.jar", "b.jar", "a.jar", "b.jar=gone");
    }

    @Test
    void atomicLinkSwap_isOneChangeOfWhatDiffers() throws IOException {
        Files.delete(directory.resolve("a.jar"));
        mount("..2026_1", "a1", "b1");
        Files.createSymbolicLink(directory.resolve("a.jar"), Path.of("..data/a.jar"));
        Files.createSymbolicLink(directory.resolve("b.jar"), Path.of("..data/b.jar"));
        watch(NEVER);

        mount("..2026_2", "a2", "b1");
        untilTold(1);

        assertThat(told.all).hasSize(1).allMatch(text -> text.startsWith("a.jar="));
        until(() -> watcher.standing().artifacts() == 2);
    }

    @Test
    void explodedDirectory_isFollowedInItsDepth() throws IOException {
        Path deep = Files.createDirectories(directory.resolve("m/acme/deep"));
        Files.writeString(directory.resolve("m/module-info.class"), "m");
        watch(NEVER);

        Files.writeString(deep.resolve("A.class"), "a1");
        untilTold(1);
        Path later = Files.createDirectories(deep.resolve("later"));
        Files.writeString(later.resolve("B.class"), "b1");
        untilTold(2);
        Files.writeString(later.resolve("B.class"), "b2");
        untilTold(3);

        assertThat(told.all).allMatch(text -> text.startsWith("m="));
    }

    @Test
    void explodedDirectory_isFollowedAtItsTop_andItsLastOneIsGone() throws IOException {
        Path exploded = Files.createDirectory(directory.resolve("m"));
        Files.writeString(exploded.resolve("module-info.class"), "m1");
        Files.delete(directory.resolve("a.jar"));
        watch(Duration.ofMillis(500));

        Files.writeString(exploded.resolve("module-info.class"), "m2");
        untilTold(1);
        Files.delete(exploded.resolve("module-info.class"));
        Files.delete(exploded);
        untilTold(2);

        assertThat(told.all)
                .extracting(text -> text.replaceAll("=[0-9a-f]{64}", ""))
                .containsExactly("m", "m=gone");
    }

    @Test
    void jarInADirectory_isNoArtifactOfItsOwn() throws IOException {
        Path deep = Files.createDirectory(directory.resolve("deep"));
        watch(NEVER);

        Files.writeString(deep.resolve("b.jar"), "b1");
        untilTold(1);
        Files.writeString(deep.resolve("b.jar"), "b2");
        untilTold(2);
        Files.delete(deep.resolve("b.jar"));
        untilTold(3);

        assertThat(told.all)
                .extracting(text -> text.replaceAll("=[0-9a-f]{64}", ""))
                .containsExactly("deep", "deep", "deep=gone");
    }

    @Test
    void directory_isDeletedAndComesBack_theDifferenceCounts() throws IOException {
        Files.writeString(directory.resolve("b.jar"), "b1");
        watch(Duration.ofMillis(100));

        Files.move(directory, temporary.resolve("aside"));
        untilTold(1);
        Path other = Files.createDirectory(temporary.resolve("other"));
        Files.writeString(other.resolve("b.jar"), "b1");
        Files.writeString(other.resolve("c.jar"), "c1");
        Files.move(other, directory);
        untilTold(3);
        Files.writeString(directory.resolve("b.jar"), "b2");
        untilTold(4);

        assertThat(told.all)
                .extracting(text -> text.replaceAll("=[0-9a-f]{64}", ""))
                .containsExactly(
                        "trouble: nothing is there;"
                                + " nothing in it is loaded, reloaded or unloaded until that is over",
                        "recovered",
                        "a.jar=gone c.jar",
                        "b.jar");
    }

    @Test
    void directory_isAFile_isTold() throws IOException {
        directory = directory.resolve("a.jar");
        start(NEVER);
        untilTold(1);

        assertThat(told.all)
                .containsExactly("trouble: it is not a directory;"
                        + " nothing in it is loaded, reloaded or unloaded until that is over");
        until(() -> watcher.standing().trouble().isPresent());
    }

    @Test
    void nothingHappens_nothingIsLookedAt() throws IOException {
        watch(NEVER);
        until(() -> watcher.standing().artifacts() == 1);
        long looks = watcher.standing().looks();

        Files.writeString(directory.resolve("b.jar"), "b1");
        untilTold(1);

        assertThat(watcher.standing().looks()).isEqualTo(looks);
    }

    @Test
    void fiveHundredArtifacts_keepNoDescriptorEach() throws IOException {
        for (int number = 0; number < 500; number++) {
            Files.writeString(directory.resolve(number + ".jar"), "content " + number);
        }
        long before = descriptors();

        watch(NEVER);

        until(() -> watcher.standing().artifacts() == 501);
        assertThat(descriptors() - before).isLessThan(20);
    }

    @Test
    void nobodyWantsIt_itEndsByItself() throws IOException {
        watch(Duration.ofMillis(20));

        isWanted.set(false);

        until(() -> threads().noneMatch(name -> name.equals("test watch plugins")));
    }

    @Test
    void receiverFails_itIsGivenTheSameAgain() {
        AtomicBoolean failing = new AtomicBoolean(true);
        Receiver receiver = new Receiver() {
            @Override
            public Optional<Duration> receive(Settled settled) {
                if (failing.getAndSet(false)) {
                    throw new IllegalStateException("not now");
                }
                return told.receive(settled);
            }

            @Override
            public void troubled(String reason) {
                told.troubled(reason);
            }

            @Override
            public void recovered() {
                told.recovered();
            }
        };

        watcher = Watcher.start(directory, terms(Duration.ofMillis(20)), receiver, life());
        untilTold(2);

        assertThat(told.all.get(0))
                .isEqualTo("trouble: watching failed: java.lang.IllegalStateException: not now;"
                        + " it is tried again in 20 ms");
        until(() -> watcher.standing().artifacts() == 1);
    }

    private void mount(String version, String a, String b) throws IOException {
        Path mounted = Files.createDirectory(directory.resolve(version));
        Files.writeString(mounted.resolve("a.jar"), a);
        Files.writeString(mounted.resolve("b.jar"), b);
        Path link = Files.createSymbolicLink(directory.resolve("..data_tmp"), Path.of(version));
        Files.move(
                link, directory.resolve("..data"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Watches, and forgets what lay there already. */
    private void watch(Duration poll) {
        start(poll);
        untilTold(1);
        until(() -> watcher.standing().looks() > 0);
        assumeThat(poll.equals(NEVER) ? watcher.standing().means() : FOLLOWED)
                .as("a user has few watches, and others may have them all")
                .isEqualTo(FOLLOWED);
        told.all.clear();
    }

    private void start(Duration poll) {
        watcher = Watcher.start(directory, terms(poll), told, life());
    }

    private Watcher.Life life() {
        return new Watcher.Life("test watch", isWanted::get);
    }

    private Terms terms(Duration poll) {
        return new Terms(quiet, poll, PATIENCE, new Terms.Bounds(1_000, 1_000_000, 10));
    }

    private void untilTold(int count) {
        until(() -> told.all.size() >= count);
        assertThat(told.all).hasSize(count);
    }

    private void until(BooleanSupplier condition) {
        Deadline deadline = Deadline.in(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(deadline.isPast()).as("what was told: %s", told.all).isFalse();
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static Stream<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName);
    }

    private static long descriptors() throws IOException {
        Path own = Path.of("/proc/self/fd");
        if (!Files.isDirectory(own)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(own)) {
            return open.count();
        }
    }
}
