package dev.layers.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.layers.fixture.TestJar;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedArchiveTest {
    private static final int CENTRAL_HEADER = 0x02014b50;
    private static final int END = 0x06054b50;

    private final byte[] good = TestJar.empty()
            .manifest("Multi-Release: true")
            .entry("META-INF/services/acme.Greeter", "acme.chat.Polite\n")
            .source("package acme.chat; public class Polite { int[] numbers = {1, 2, 3}; }")
            .entry("text", "to be or not to be or not to be")
            .bytes();

    @TempDir
    Path directory;

    private Path jar;

    @BeforeEach
    void name() {
        jar = directory.resolve("chat-1.0.jar");
    }

    @Test
    void goodArchive_isRead() throws Exception {
        assertThat(take(good).names()).containsExactly("chat");
    }

    @Test
    void archiveCutAnywhere_isRefused() {
        for (int length = 0; length < good.length; length += 7) {
            byte[] cut = Arrays.copyOf(good, length);

            assertThatExceptionOfType(ArtifactDefect.class)
                    .as("cut to %d bytes", length)
                    .isThrownBy(() -> take(cut))
                    .matches(defect -> defect.kind() == ArtifactDefect.Kind.INCOMPLETE
                            || defect.kind() == ArtifactDefect.Kind.UNREADABLE && cut.length < 4);
        }
    }

    @Test
    void archiveWithoutItsEnd_isIncomplete() {
        byte[] cut = Arrays.copyOf(good, good.length - 1);

        assertRefused(
                cut,
                ArtifactDefect.Kind.INCOMPLETE,
                "the archive is cut short: " + cut.length
                        + " bytes and no end record; copy it completely, then load it again");
    }

    @Test
    void emptyFile_isIncomplete() {
        assertRefused(
                new byte[0],
                ArtifactDefect.Kind.INCOMPLETE,
                "the archive is cut short: 0 bytes and no end record; copy it completely, then load it again");
    }

    @Test
    void otherFile_isNotAnArchive() {
        assertRefused("no archive".getBytes(), ArtifactDefect.Kind.UNREADABLE, "not a zip archive; name a module jar");
    }

    @Test
    void wrongChecksum_isTold() {
        ByteBuffer bytes = copy();
        bytes.putInt(central("text") + 16, 4711);

        assertBroken(bytes, "entry 'text' does not match its checksum");
    }

    @Test
    void wrongBytes_areTold() {
        ByteBuffer bytes = copy();
        bytes.putInt(data("text"), -1);

        assertThatExceptionOfType(ArtifactDefect.class)
                .isThrownBy(() -> take(bytes.array()))
                .withMessageStartingWith(jar + ": entry 'text' cannot be inflated: ")
                .withMessageEndingWith("; build or copy it again");
    }

    @Test
    void moreBytesThanPromised_areTold() {
        ByteBuffer bytes = copy();
        bytes.putInt(central("text") + 24, 30);

        assertBroken(bytes, "entry 'text' does not match its checksum");
    }

    @Test
    void fewerBytesThanPromised_areTold() {
        ByteBuffer bytes = copy();
        bytes.putInt(central("text") + 24, 40);

        assertBroken(bytes, "entry 'text' holds 31 of 40 bytes");
    }

    @Test
    void impossibleSize_costsNoMemory() {
        ByteBuffer bytes = copy();
        int compressed = bytes.getInt(central("text") + 20);
        bytes.putInt(central("text") + 24, 2_000_000_000);

        assertBroken(bytes, "entry 'text' claims 2000000000 bytes inflated from " + compressed);
    }

    @Test
    void sizeBeyondAnArray_isTold() {
        ByteBuffer bytes = copy();
        bytes.putInt(central("text") + 24, -2);

        assertBroken(bytes, "its directory names a size or place of 4294967294 bytes");
    }

    @Test
    void sizeInAnExtraFieldThatIsNotThere_isTold() {
        ByteBuffer bytes = copy();
        bytes.putInt(central("text") + 24, -1);

        assertBroken(bytes, "its directory lacks a Zip64 field");
    }

    @Test
    void unknownCompression_isTold() {
        ByteBuffer bytes = copy();
        bytes.putShort(central("text") + 10, (short) 93);

        assertBroken(bytes, "entry 'text' uses unknown compression 93");
    }

    @Test
    void storedEntryWithTwoSizes_isTold() {
        ByteBuffer bytes = copy();
        bytes.putShort(central("text") + 10, (short) 0);

        assertBroken(bytes, "entry 'text' is stored with two sizes");
    }

    @Test
    void encryptedEntry_isTold() {
        ByteBuffer bytes = copy();
        bytes.putShort(central("text") + 8, (short) 1);

        assertBroken(bytes, "entry 'text' is encrypted");
    }

    @Test
    void headerElsewhere_isTold() {
        ByteBuffer bytes = copy();
        bytes.putInt(central("text") + 42, 5);

        assertBroken(bytes, "entry 'text' has no header at 5");
    }

    @Test
    void compressedSizeBeyondTheEnd_isTold() {
        ByteBuffer bytes = copy();
        bytes.putInt(central("text") + 20, 100_000);

        assertBroken(bytes, "entry 'text' reaches beyond the end");
    }

    @Test
    void nameBeyondTheEnd_isTold() {
        ByteBuffer bytes = copy();
        bytes.putShort(central("text") + 28, (short) 30_000);

        assertBroken(bytes, "its directory reaches beyond the end");
    }

    @Test
    void moreEntriesPromised_areTold() {
        ByteBuffer bytes = copy();
        bytes.putShort(end() + 10, (short) 9);

        assertBroken(bytes, "its directory ends after 4 of 9 entries");
    }

    @Test
    void fewerEntriesPromised_areTold() {
        ByteBuffer bytes = copy();
        bytes.putShort(end() + 10, (short) 3);

        assertBroken(bytes, "its directory goes on after 3 entries");
    }

    @Test
    void directoryOutside_isTold() {
        ByteBuffer bytes = copy();
        bytes.putInt(end() + 12, 1_000_000);

        assertBroken(bytes, "its directory does not lie inside the archive");
    }

    @Test
    void entryWithoutItsBytes_isToldByName() {
        byte[] manifest =
                TestJar.empty().entry("META-INF/MANIFEST.MF", "no colon here\n").bytes();

        assertThatExceptionOfType(ArtifactDefect.class)
                .isThrownBy(() -> take(manifest))
                .withMessage(jar + ": invalid header field (line 1); build or copy it again");
    }

    /** Memory is part of it: an exception of another type, such as running out of it, fails the test. */
    @Test
    void randomDamage_isReadOrRefused() throws IOException {
        Random random = new Random(4711);
        int refused = 0;
        for (int mutation = 0; mutation < 2_000; mutation++) {
            byte[] damaged = good.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            }
            refused += isRefused(damaged) ? 1 : 0;
        }

        assertThat(refused).isBetween(1_000, 1_999);
    }

    private boolean isRefused(byte[] damaged) throws IOException {
        try {
            take(damaged);
            return false;
        } catch (ArtifactDefect defect) {
            return true;
        }
    }

    private void assertBroken(ByteBuffer bytes, String found) {
        assertRefused(bytes.array(), ArtifactDefect.Kind.UNREADABLE, found + "; build or copy it again");
    }

    private void assertRefused(byte[] bytes, ArtifactDefect.Kind kind, String message) {
        assertThatExceptionOfType(ArtifactDefect.class)
                .isThrownBy(() -> take(bytes))
                .withMessage(jar + ": " + message)
                .matches(defect -> defect.kind() == kind);
    }

    private Snapshot take(byte[] bytes) throws IOException, ArtifactDefect {
        return Snapshot.take(Files.write(jar, bytes), List.of());
    }

    private ByteBuffer copy() {
        return ByteBuffer.wrap(good.clone()).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Returns where the directory's record of {@code name} begins. */
    private int central(String name) {
        ByteBuffer bytes = copy();
        int at = bytes.getInt(end() + 16);
        while (bytes.getInt(at) == CENTRAL_HEADER) {
            int length = bytes.getShort(at + 28);
            if (new String(good, at + 46, length).equals(name)) {
                return at;
            }
            at += 46 + length + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        throw new AssertionError("No entry " + name);
    }

    private int data(String name) {
        ByteBuffer bytes = copy();
        int header = bytes.getInt(central(name) + 42);
        return header + 30 + bytes.getShort(header + 26) + bytes.getShort(header + 28);
    }

    private int end() {
        int at = good.length - 22;
        assertThat(copy().getInt(at)).isEqualTo(END);
        return at;
    }
}
