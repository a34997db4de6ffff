package dev.layers.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.layers.fixture.Snapshots;
import dev.layers.fixture.TestJar;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
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
        assertThat(findings(good)).isEmpty();
    }

    @Test
    void archiveCutAnywhere_isRefused() throws IOException {
        for (int length = 0; length < good.length; length += 7) {
            byte[] cut = Arrays.copyOf(good, length);

            assertThat(findings(cut))
                    .as("cut to %d bytes", length)
                    .extracting(Finding::rule)
                    .containsExactly(Rule.ARCHIVE_CUT_SHORT);
        }
    }

    @Test
    void archiveWithoutItsEnd_isIncomplete() throws IOException {
        byte[] cut = Arrays.copyOf(good, good.length - 1);

        assertRefused(
                cut, Rule.ARCHIVE_CUT_SHORT, "the archive is cut short: " + cut.length + " bytes and no end record");
    }

    @Test
    void emptyFile_isIncomplete() throws IOException {
        assertRefused(new byte[0], Rule.ARCHIVE_CUT_SHORT, "the archive is cut short: 0 bytes and no end record");
    }

    @Test
    void otherFile_isNotAnArchive() throws IOException {
        assertRefused("no archive".getBytes(), Rule.NOT_AN_ARCHIVE, "not a zip archive");
    }

    @Test
    void wrongChecksum_isTold() throws IOException {
        ByteBuffer bytes = copy();
        bytes.putInt(central("text") + 16, 4711);

        assertBroken(bytes, "entry 'text' does not match its checksum");
    }

    @Test
    void wrongBytes_areTold() throws IOException {
        ByteBuffer bytes = copy();
        bytes.putInt(data("text"), -1);

        assertThat(findings(bytes.array()))
                .singleElement()
                .extracting(Finding::text, STRING)
                .startsWith("L007 " + jar + ": entry 'text' cannot be inflated: ")
                .endsWith("; build or copy it again");
    }

    @Test
    void moreBytesThanPromised_areTold() throws IOException {
        ByteBuffer bytes = copy();
        bytes.putInt(central("text") + 24, 30);

        assertBroken(bytes, "entry 'text' holds more than 30 bytes");
    }

    @Test
    void fewerBytesThanPromised_areTold() throws IOException {
        ByteBuffer bytes = copy();
        bytes.putInt(central("text") + 24, 40);

        assertBroken(bytes, "entry 'text' holds 31 of 40 bytes");
    }

    @Test
    void impossibleSize_costsNoMemory() throws IOException {
        ByteBuffer bytes = copy();
        int compressed = bytes.getInt(central("text") + 20);
        bytes.putInt(central("text") + 24, 500_000_000);

        assertBroken(bytes, "entry 'text' claims 500000000 bytes inflated from " + compressed);
    }

    @Test
    void sizeBeyondAnArray_isTold() throws IOException {
        ByteBuffer bytes = copy();
        bytes.putInt(central("text") + 24, -2);

        assertRefused(
                bytes.array(), Rule.TOO_LARGE, "entry 'text' claims 4294967294 bytes", Snapshots.LIMITS.inflated());
    }

    @Test
    void sizeInAnExtraFieldThatIsNotThere_isTold() throws IOException {
        ByteBuffer bytes = copy();
        bytes.putInt(central("text") + 24, -1);

        assertBroken(bytes, "entry 'text' lacks its Zip64 field");
    }

    @Test
    void unknownCompression_isTold() throws IOException {
        ByteBuffer bytes = copy();
        bytes.putShort(central("text") + 10, (short) 93);

        assertBroken(bytes, "entry 'text' uses unknown compression 93");
    }

    @Test
    void storedEntryWithTwoSizes_isTold() throws IOException {
        ByteBuffer bytes = copy();
        bytes.putShort(central("text") + 10, (short) 0);

        assertBroken(bytes, "entry 'text' is stored with two sizes");
    }

    @Test
    void encryptedEntry_isTold() throws IOException {
        ByteBuffer bytes = copy();
        bytes.putShort(central("text") + 8, (short) 1);

        assertBroken(bytes, "entry 'text' is encrypted");
    }

    @Test
    void headerElsewhere_isTold() throws IOException {
        ByteBuffer bytes = copy();
        bytes.putInt(central("text") + 42, 5);

        assertBroken(bytes, "entry 'text' has no header at 5");
    }

    @Test
    void compressedSizeBeyondTheEnd_isTold() throws IOException {
        ByteBuffer bytes = copy();
        bytes.putInt(central("text") + 20, 100_000);

        assertBroken(bytes, "entry 'text' reaches beyond the end");
    }

    @Test
    void nameBeyondTheEnd_isTold() throws IOException {
        ByteBuffer bytes = copy();
        bytes.putShort(central("text") + 28, (short) 30_000);

        assertRefused(bytes.array(), Rule.ARCHIVE_DAMAGED, "its directory reaches beyond its end");
    }

    @Test
    void moreEntriesPromised_areTold() throws IOException {
        ByteBuffer bytes = copy();
        bytes.putShort(end() + 10, (short) 9);

        assertRefused(bytes.array(), Rule.ARCHIVE_DAMAGED, "its directory ends after 4 of 9 entries");
    }

    @Test
    void fewerEntriesPromised_areTold() throws IOException {
        ByteBuffer bytes = copy();
        bytes.putShort(end() + 10, (short) 3);

        assertRefused(bytes.array(), Rule.ARCHIVE_DAMAGED, "its directory goes on after 3 entries");
    }

    @Test
    void directoryOutside_isTold() throws IOException {
        ByteBuffer bytes = copy();
        bytes.putInt(end() + 12, 1_000_000);

        assertRefused(bytes.array(), Rule.ARCHIVE_DAMAGED, "its directory does not lie inside the archive");
    }

    @Test
    void somethingElseInTheDirectory_isTold() throws IOException {
        ByteBuffer bytes = copy();
        bytes.putInt(central("text"), 4711);

        assertRefused(bytes.array(), Rule.ARCHIVE_DAMAGED, "its directory ends after 3 of 4 entries");
    }

    @Test
    void manifestThatCannotBeParsed_isTold() throws IOException {
        byte[] manifest =
                TestJar.empty().entry("META-INF/MANIFEST.MF", "no colon here\n").bytes();

        assertThat(findings(manifest))
                .extracting(Finding::text)
                .containsExactly("L021 " + jar + ": its manifest cannot be parsed: invalid header field (line 1);"
                        + " wanted a valid manifest; correct it and build again");
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
            refused += findings(damaged).isEmpty() ? 0 : 1;
        }

        assertThat(refused).isBetween(1_000, 1_999);
    }

    private void assertBroken(ByteBuffer bytes, String found) throws IOException {
        assertRefused(bytes.array(), Rule.ENTRY_DAMAGED, found);
    }

    private void assertRefused(byte[] bytes, Rule rule, String found, Object... details) throws IOException {
        assertThat(findings(bytes)).containsExactly(rule.at(jar, found, details));
    }

    private List<Finding> findings(byte[] bytes) throws IOException {
        return Snapshots.findings(Files.write(jar, bytes));
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
