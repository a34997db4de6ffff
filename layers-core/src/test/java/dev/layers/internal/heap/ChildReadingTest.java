package dev.layers.internal.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildReadingTest {
    private static final long HELD = 0x30000;

    @TempDir
    Path directory;

    private Question question;

    @BeforeEach
    void stage() throws Exception {
        StagedDump dump = new StagedDump(8).types(Map.of("chats", HELD)).loaders();
        dump.writer().array(HELD, StagedDump.ARRAY, 0, HELD + 0x100).instance(HELD + 0x100, StagedDump.CHAT);
        dump.thread(0x40000, "http-1", HELD + 0x100);
        question = new Question(dump.to(directory.resolve("heap.hprof")), List.of(7L, 8L), 5);
    }

    @Test
    void otherJvm_findsWhatThisOneDoes() throws Exception {
        Patient patient = new Patient();

        Map<Long, Holding> there = HeapAnalysis.elsewhere(question, patient);

        assertThat(there)
                .isEqualTo(HeapAnalysis.here(question, new Budget(Long.MAX_VALUE), new Patient()))
                .containsOnlyKeys(7L, 8L);
        assertThat(there.get(7L).paths()).hasSize(2);
        assertThat(patient.told).contains("objects 0", "labels 100");
    }

    @Test
    void failureOfTheOtherJvm_isThatOfTheDump() throws Exception {
        Files.writeString(question.dump(), "no dump");

        HeapDumpException failure =
                catchThrowableOfType(HeapDumpException.class, () -> HeapAnalysis.elsewhere(question, new Patient()));

        assertThat(failure.kind()).isEqualTo(HeapDumpException.Kind.CUT_SHORT);
        assertThat(failure).hasMessage("Heap dump '" + question.dump() + "' ends at offset 0, within a record");
    }

    @Test
    void nobodyWaiting_endsTheOtherJvm() throws Exception {
        Process process = ChildJvm.start(question);

        Throwable failure = catchThrowableOfType(
                InterruptedIOException.class, () -> new ChildReading(process, new Patient(0)).await());

        assertThat(failure).hasMessage("nobody waits for it any longer");
        assertThat(process.onExit().get(1, TimeUnit.MINUTES).isAlive()).isFalse();
    }

    @Test
    void otherJvmThatFails_isToldWithWhatItSaid() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-XX:NoSuchFlag").start();

        NoRoomException failure =
                catchThrowableOfType(NoRoomException.class, () -> new ChildReading(process, new Patient()).await());

        assertThat(failure)
                .hasMessageStartingWith("the JVM started to read it ended with 1: ")
                .hasMessageContaining("NoSuchFlag");
    }

    @Test
    void tooSmallABudget_isToldAsSuch() throws Exception {
        Question large = new Question(chain(40_000), List.of(7L), 1);

        HeapDumpException failure = catchThrowableOfType(
                HeapDumpException.class, () -> HeapAnalysis.here(large, new Budget(1 << 20), new Patient()));

        assertThat(failure.kind()).isEqualTo(HeapDumpException.Kind.TOO_LARGE);
        assertThat(failure)
                .hasMessage("Heap dump '" + large.dump()
                        + "' does not fit in memory: it needs more than the 1 MB of memory that are free");
    }

    @Test
    void smallJvm_hasALargerOneReadTheDump() throws Exception {
        Path large = chain(500_000);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path tests = Path.of(
                ChildReadingTest.class.getResource("ChildReadingTest.class").toURI());
        String classes = Path.of(HeapAnalysis.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                + File.pathSeparator
                + tests.resolve("../../../../..").normalize();

        Process process = new ProcessBuilder(
                        java, "-Xmx24m", "-cp", classes, SmallReader.class.getName(), large.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(said.strip()).isEqualTo("objects begun 2 times, STRONG, 1 path, 499978 steps left out");
    }

    private Path chain(int length) throws Exception {
        StagedDump dump = new StagedDump(8).types(Map.of("chain", HELD)).loaders();
        for (int i = 0; i < length; i++) {
            long node = HELD + 0x20L * i;
            boolean isLast = i == length - 1;
            dump.writer().instance(node, StagedDump.NODE, isLast ? 0 : node + 0x20, isLast ? StagedDump.LOADER : 0);
        }
        return dump.to(directory.resolve("large.hprof"));
    }
}
