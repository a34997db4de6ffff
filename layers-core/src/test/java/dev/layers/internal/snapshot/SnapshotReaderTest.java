package dev.layers.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.fixture.TestJar;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pauses of the reader are where these tests write. */
class SnapshotReaderTest {
    /** As long as a busy machine may keep a test from running. */
    private static final Duration QUIET = Duration.ofMillis(500);

    private static final Limits LIMITS = new Limits(100, 10_000, 9, QUIET);
    private static final TestJar CHAT =
            TestJar.empty().source("module acme.chat {}", "package acme.chat; public class Polite {}");
    private static final ClassFiles NOTHING = (artifact, entry, classFile) -> List.of();

    private final byte[] good = CHAT.bytes();
    private final byte[] cut = Arrays.copyOf(good, good.length - 30);
    private final AtomicInteger pauses = new AtomicInteger();

    @TempDir
    Path directory;

    private Path jar;

    /** What a test does while the reader waits. */
    @FunctionalInterface
    private interface Meanwhile {
        void write(int pause) throws IOException;
    }

    @BeforeEach
    void name() {
        jar = directory.resolve("chat.jar");
    }

    @Test
    void goodArtifact_isNotWaitedFor() throws IOException {
        Files.write(jar, good);

        Reading<ClassFiles> reading = read(pause -> {});

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.snapshot().orElseThrow().names()).containsExactly("acme.chat");
        assertThat(reading.classFiles()).contains(NOTHING);
        assertThat(pauses).hasValue(0);
    }

    @Test
    void knownBytes_areNotExamined() throws IOException {
        Files.write(jar, good);

        Reading<ClassFiles> reading = new SnapshotReader(jar, List.of(), LIMITS).read(snapshot -> Optional.empty());

        assertThat(reading.snapshot()).isPresent();
        assertThat(reading.classFiles()).isEmpty();
    }

    @Test
    void archiveThatIsCompletedMeanwhile_isRead() throws IOException {
        Files.write(jar, cut);

        Reading<ClassFiles> reading = read(pause -> {
            if (pause == 1) {
                Files.write(jar, good);
            }
        });

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.snapshot()).isPresent();
        assertThat(pauses).hasPositiveValue();
    }

    @Test
    void archiveThatStaysAsItIs_isBroken() throws IOException {
        Files.write(jar, cut);

        Reading<ClassFiles> reading = read(pause -> {});

        assertThat(reading.findings()).containsExactly(cutShort());
        assertThat(pauses).hasPositiveValue();
    }

    @Test
    void archiveOfYesterday_isBrokenAtOnce() throws IOException {
        Files.write(jar, cut);
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minus(Duration.ofDays(1))));

        Reading<ClassFiles> reading = read(pause -> {});

        assertThat(reading.findings()).containsExactly(cutShort());
        assertThat(pauses).hasValue(0);
    }

    @Test
    void archiveOfTomorrow_isBrokenAtOnce() throws IOException {
        Files.write(jar, cut);
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plus(Duration.ofDays(1))));

        assertThat(read(pause -> {}).findings()).containsExactly(cutShort());
        assertThat(pauses).hasValue(0);
    }

    @Test
    void archiveThatGoesOnGrowing_isNotReady() throws IOException {
        Files.write(jar, Arrays.copyOf(good, 100));

        Reading<ClassFiles> reading = read(pause -> Files.write(jar, Arrays.copyOf(good, 100 + pause)));

        assertThat(reading.snapshot()).isEmpty();
        assertThat(reading.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .matches(
                                "L008 \\Q" + jar + "\\E: it grew from 1\\d\\d to 1\\d\\d bytes while it was waited for;"
                                        + " wanted an artifact that nobody writes to for 500 ms;"
                                        + " let the writing end, then load it again"));
    }

    @Test
    void damagedEntry_isReadAgain() throws IOException {
        byte[] zeroed = good.clone();
        Arrays.fill(zeroed, 60, 70, (byte) 0);
        Files.write(jar, zeroed);

        Reading<ClassFiles> reading = read(pause -> {
            if (pause == 1) {
                Files.write(jar, good);
            }
        });

        assertThat(reading.findings()).isEmpty();
        assertThat(pauses).hasPositiveValue();
    }

    @Test
    void faultThatNoWritingExplains_isNotWaitedFor() throws IOException {
        CHAT.entry("../evil", "").writeTo(jar);

        assertThat(read(pause -> {}).findings()).extracting(Finding::rule).containsExactly(Rule.ENTRY_NAME);
        assertThat(pauses).hasValue(0);
    }

    @Test
    void descriptorThatIsWrittenMeanwhile_isReadInADirectoryAlone() throws IOException {
        CHAT.writeDirectory(directory);
        Path descriptor = directory.resolve("module-info.class");
        Files.write(descriptor, new byte[0]);

        Reading<ClassFiles> reading = read(directory, pause -> {
            if (pause == 1) {
                Files.write(descriptor, CHAT.entry("module-info.class"));
            }
        });

        assertThat(reading.findings()).isEmpty();
        assertThat(pauses).hasPositiveValue();
    }

    @Test
    void descriptorInAJar_isAsItWasWritten() throws IOException {
        CHAT.entry("module-info.class", "").writeTo(jar);

        assertThat(read(pause -> {}).findings()).extracting(Finding::rule).containsExactly(Rule.DESCRIPTOR_INVALID);
        assertThat(pauses).hasValue(0);
    }

    @Test
    void interruptedWait_endsAndKeepsTheFlag() throws IOException {
        Files.write(jar, cut);

        Reading<ClassFiles> reading = read(pause -> Thread.currentThread().interrupt());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(pauses).hasValue(1);
        assertThat(reading.findings())
                .containsExactly(Rule.NOT_READY.at(
                        jar, "it was written to a moment before it was read, and waiting was interrupted", "500 ms"));
    }

    @Test
    void longestQuietPeriod_isAnHour() throws IOException {
        Files.write(jar, cut);
        Limits limits = new Limits(100, 10_000, 9, Duration.ofSeconds(Long.MAX_VALUE));
        Rest.Pause pause = time -> Thread.currentThread().interrupt();

        Reading<ClassFiles> reading =
                new SnapshotReader(jar, List.of(), limits, pause).read(snapshot -> Optional.of(NOTHING));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(reading.findings())
                .containsExactly(Rule.NOT_READY.at(
                        jar,
                        "it was written to a moment before it was read, and waiting was interrupted",
                        "3600000 ms"));
    }

    private Finding cutShort() {
        return Rule.ARCHIVE_CUT_SHORT.at(jar, "the archive is cut short: " + cut.length + " bytes and no end record");
    }

    private Reading<ClassFiles> read(Meanwhile meanwhile) {
        return read(jar, meanwhile);
    }

    private Reading<ClassFiles> read(Path artifact, Meanwhile meanwhile) {
        Rest.Pause pause = time -> {
            Rest.parking().pass(time);
            try {
                meanwhile.write(pauses.incrementAndGet());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        };
        return new SnapshotReader(artifact, List.of(), LIMITS, pause).read(snapshot -> Optional.of(NOTHING));
    }
}
