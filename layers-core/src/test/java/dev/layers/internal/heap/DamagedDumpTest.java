package dev.layers.internal.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.layers.internal.hprof.DumpWriter;
import dev.layers.internal.hprof.RootRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedDumpTest {
    private static final long HELD = 0x30000;

    @TempDir
    Path directory;

    @Test
    void missingFile_isUnavailable() {
        HeapDumpException failure = failure(file());

        assertThat(failure.kind()).isEqualTo(HeapDumpException.Kind.UNAVAILABLE);
        assertThat(failure)
                .hasMessage("Heap dump '" + file() + "' cannot be read: " + file() + " (No such file or directory)");
    }

    @Test
    void otherFile_isOfUnknownFormat() throws Exception {
        assertFails(
                new byte[0],
                HeapDumpException.Kind.UNKNOWN_FORMAT,
                "begins with nothing, where a heap dump begins with 'JAVA PROFILE 1.0'");
        assertFails(
                "PK and more that is no dump\n".getBytes(),
                HeapDumpException.Kind.UNKNOWN_FORMAT,
                "begins with 'PK and more that is', where a heap dump begins with 'JAVA PROFILE 1.0'");
        assertFails(
                new DumpWriter(2).unended(),
                HeapDumpException.Kind.UNKNOWN_FORMAT,
                "has ids of 2 bytes, where 4 or 8 are known");
    }

    @Test
    void dumpWithoutObjects_holdsNothing() throws Exception {
        write(new DumpWriter(8).record(0x2c, new byte[0]).unended());

        assertThat(HeapAnalysis.of(file(), List.of(7L), 3, new Patient())
                        .get(7L)
                        .kind())
                .isEqualTo(Holding.Kind.COLLECTED);
    }

    @Test
    void dumpWithoutItsEnd_isCutShort() throws Exception {
        byte[] whole = staged();
        byte[] unended = Arrays.copyOf(whole, whole.length - 9);

        assertFails(
                unended,
                HeapDumpException.Kind.CUT_SHORT,
                "ends at offset " + unended.length + ", without the record that ends a dump");
    }

    @Test
    void dumpCutAnywhere_isCutShort() throws Exception {
        byte[] whole = staged();

        for (int length = 1; length < whole.length - 9; length++) {
            write(Arrays.copyOf(whole, length));
            assertThat(failure(file()).kind()).as("cut at %d", length).isEqualTo(HeapDumpException.Kind.CUT_SHORT);
        }
    }

    @Test
    void compressedDumpCutAnywhere_isCutShort() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(staged());
        }
        byte[] whole = bytes.toByteArray();

        for (int length = 20; length < whole.length - 8; length += 7) {
            write(Arrays.copyOf(whole, length));
            assertThat(failure(file()).kind()).isEqualTo(HeapDumpException.Kind.CUT_SHORT);
        }
        whole[40] ^= 0x55;
        write(whole);
        assertThat(failure(file()).kind()).isEqualTo(HeapDumpException.Kind.DAMAGED);
    }

    @Test
    void unknownRecordWithinASegment_isDamage() throws Exception {
        byte[] dump = new DumpWriter(8).root(RootRecord.UNKNOWN, 8).raw(0x77).end();

        assertFails(dump, HeapDumpException.Kind.DAMAGED, "has an unknown record 0x77 within a segment at offset 49");
    }

    @Test
    void recordLongerThanItsSegment_isDamage() throws Exception {
        byte[] array = new DumpWriter(4)
                .raw(0x22, 0, 0, 0, 8, 0, 0, 0, 0, 0x7f, -1, -1, -1, 0, 0, 0, 9)
                .end();
        byte[] root = new DumpWriter(8).raw(0xff, 0, 0, 0).end();

        assertFails(
                array, HeapDumpException.Kind.DAMAGED, "has an object of 2147483647 elements or bytes at offset 57");
        assertFails(root, HeapDumpException.Kind.DAMAGED, "has a record longer than its segment at offset 44");
    }

    @Test
    void flippedBytes_giveAnAnswerOrAnException() throws Exception {
        byte[] whole = staged();
        Random random = new Random(42);

        int answers = 0;
        for (int round = 0; round < 1000; round++) {
            byte[] damaged = whole.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                damaged[31 + random.nextInt(whole.length - 31)] = (byte) random.nextInt();
            }
            write(damaged);
            answers += isAnswered() ? 1 : 0;
        }

        assertThat(answers).isBetween(1, 999);
    }

    /** Returns whether there is an answer; what is no answer has to be the one exception there is. */
    private boolean isAnswered() {
        try {
            return HeapAnalysis.of(file(), List.of(7L), 3, new Patient()).containsKey(7L);
        } catch (HeapDumpException told) {
            assertThat(told).hasMessageStartingWith("Heap dump '" + file() + "' ");
            return false;
        }
    }

    @Test
    void nobodyWaiting_endsTheAnalysis() throws Exception {
        write(staged());

        for (int patience = 0; patience < 5; patience++) {
            Patient patient = new Patient(patience);
            HeapDumpException failure = catchThrowableOfType(
                    HeapDumpException.class, () -> HeapAnalysis.of(file(), List.of(7L), 3, patient));
            assertThat(failure.kind()).isEqualTo(HeapDumpException.Kind.CANCELLED);
            assertThat(failure)
                    .hasMessage("Heap dump '" + file() + "' was not read to the end: nobody waits for it any longer");
        }
    }

    @Test
    void interrupt_endsTheAnalysis_andStaysSet() throws Exception {
        write(staged());

        Thread.currentThread().interrupt();
        HeapDumpException failure = failure(file());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.kind()).isEqualTo(HeapDumpException.Kind.CANCELLED);
    }

    /** Arrays that are holes in the file: they cost no disk, and no time to pass over. */
    @Test
    void offsetsBeyondTwoGigabytes_areReached() throws Exception {
        StagedDump dump = new StagedDump(8).types(Map.of("chats", HELD)).loaders();
        dump.writer().segment();
        byte[] first = dump.writer().unended();
        DumpWriter other = new DumpWriter(8);
        int header = other.unended().length;
        other.instance(HELD, StagedDump.NODE, 0, StagedDump.LOADER);
        byte[] last = other.end();

        try (RandomAccessFile file = new RandomAccessFile(file().toFile(), "rw")) {
            file.write(first);
            for (int i = 0; i < 3; i++) {
                writeHole(file, 0x60000 + i * 8, 1 << 30);
            }
            file.write(last, header, last.length - header);
        }

        assertThat(Files.size(file())).isGreaterThan(3L << 30);
        assertThat(PathLines.of(
                        HeapAnalysis.of(file(), List.of(7L), 3, new Patient()).get(7L)))
                .contains("STRONG", "  acme.Node FIELD item");
    }

    private static void writeHole(RandomAccessFile file, long id, int length) throws IOException {
        file.write(0x1c);
        file.writeInt(0);
        file.writeInt(length + 18);
        file.write(0x23);
        file.writeLong(id);
        file.writeInt(0);
        file.writeInt(length);
        file.write(8);
        file.seek(file.getFilePointer() + length);
    }

    private static byte[] staged() {
        StagedDump dump = new StagedDump(8).types(Map.of("chats", HELD)).loaders();
        dump.writer().segment().array(HELD, StagedDump.ARRAY, 0, HELD + 0x100);
        dump.writer().instance(HELD + 0x100, StagedDump.CHAT);
        dump.thread(0x40000, "http-1", HELD + 0x100);
        return dump.writer().end();
    }

    private void assertFails(byte[] dump, HeapDumpException.Kind kind, String message) throws IOException {
        write(dump);
        HeapDumpException failure = failure(file());
        assertThat(failure).hasMessage("Heap dump '" + file() + "' " + message);
        assertThat(failure.kind()).isEqualTo(kind);
    }

    private static HeapDumpException failure(Path dump) {
        return catchThrowableOfType(
                HeapDumpException.class, () -> HeapAnalysis.of(dump, List.of(7L), 3, new Patient()));
    }

    private void write(byte[] dump) throws IOException {
        Files.write(file(), dump);
    }

    private Path file() {
        return directory.resolve("heap.hprof");
    }
}
