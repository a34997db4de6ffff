package dev.layers.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.fixture.Snapshots;
import dev.layers.fixture.TestJar;
import dev.layers.preflight.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveDirectoryTest {
    private static final byte[] TEXT = "to be or not to be or not to be".getBytes(StandardCharsets.UTF_8);

    private static final int END_SIZE = 22;
    /** The record and its locator. */
    private static final int ZIP_64_SIZE = 56 + 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @Test
    void deflatedEntry_isInflated() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            add(zip, new ZipEntry("text"), TEXT);
        }

        assertThat(read().read("text")).isEqualTo(TEXT);
    }

    @Test
    void storedEntry_isCopied() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, stored("text"), TEXT);
        }

        assertThat(read().read("text")).isEqualTo(TEXT);
    }

    @Test
    void emptyEntries_areRead() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, new ZipEntry("deflated"), new byte[0]);
            zip.setLevel(Deflater.NO_COMPRESSION);
            add(zip, new ZipEntry("level0"), new byte[0]);
        }

        assertThat(read().read("deflated")).isEmpty();
        assertThat(read().read("level0")).isEmpty();
    }

    @Test
    void directories_areLeftOutAndUnknownNamesAreNull() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, new ZipEntry("acme/"), new byte[0]);
            add(zip, new ZipEntry("acme/text"), TEXT);
        }

        assertThat(read().names()).containsExactly("acme/text");
        assertThat(read().read("acme/")).isNull();
        assertThat(read().read("other")).isNull();
    }

    @Test
    void namesBeyondAscii_areReadAsUtf8() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, new ZipEntry("acme/grüße 你好 😀.txt"), TEXT);
        }

        assertThat(read().read("acme/grüße 你好 😀.txt")).isEqualTo(TEXT);
    }

    @Test
    void commentAtTheEnd_isSkipped() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setComment("a comment with a record's mark in it: PK\u0005\u0006 and more than twenty-two bytes after");
            add(zip, new ZipEntry("text"), TEXT);
        }

        assertThat(read().read("text")).isEqualTo(TEXT);
    }

    @Test
    void longestComment_isSkipped() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setComment("c".repeat(0xFFFF));
            add(zip, new ZipEntry("text"), TEXT);
        }

        assertThat(read().read("text")).isEqualTo(TEXT);
    }

    @Test
    void prefixBeforeTheFirstEntry_isSkipped() throws Exception {
        bytes.write("#!/bin/sh\nexec java -jar \"$0\"\n".getBytes(StandardCharsets.US_ASCII));
        bytes.write(TestJar.empty().entry("text", TEXT).bytes());

        assertThat(read().read("text")).isEqualTo(TEXT);
    }

    @Test
    void extraFieldsAndEntryComments_areSkipped() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("text");
            entry.setExtra(new byte[] {(byte) 0xFE, (byte) 0xCA, 3, 0, 1, 2, 3});
            entry.setComment("of the entry");
            add(zip, entry, TEXT);
            add(zip, new ZipEntry("other"), TEXT);
        }

        assertThat(read().names()).containsExactly("text", "other");
        assertThat(read().read("text")).isEqualTo(TEXT);
        assertThat(read().read("other")).isEqualTo(TEXT);
    }

    @Test
    void archiveWithoutEntries_isEmpty() throws Exception {
        new ZipOutputStream(bytes).close();

        assertThat(read().names()).isEmpty();
    }

    @Test
    void bytesThatWereLookedAt_areHandedOutOnce() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, new ZipEntry("one"), new byte[] {1});
        }
        ArchiveContents contents = read();

        byte[] looked = contents.look("one");

        assertThat(contents.look("one")).isSameAs(looked);
        assertThat(contents.read("one")).isSameAs(looked);
        assertThat(contents.read("one")).isNotSameAs(looked).isEqualTo(looked);
    }

    @Test
    void moreEntriesThanSixteenBitsCount_areAllRead() throws Exception {
        int count = 65_600;
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int index = 0; index < count; index++) {
                add(zip, new ZipEntry("e" + index), new byte[] {(byte) index});
            }
        }

        ArchiveContents contents = read();

        assertThat(contents.names()).hasSize(count);
        assertThat(contents.read("e0")).containsExactly(0);
        assertThat(contents.read("e65599")).containsExactly((byte) 65_599);
    }

    @Test
    void moreEntriesThanAreCountedWithoutZip64_areAllRead() throws Exception {
        int count = 65_600;
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int index = 0; index < count; index++) {
                add(zip, new ZipEntry("e" + index), new byte[] {(byte) index});
            }
        }
        byte[] archive = withoutZip64(bytes.toByteArray(), count);

        assertThat(opened(archive)).isEqualTo(count);
        assertThat(read(archive).names()).hasSize(count);
    }

    @Test
    void countThatWrapsAround_isHeldAgainstTheLimit() throws Exception {
        byte[] archive = TestJar.empty().entry("one", TEXT).entry("two", TEXT).bytes();
        littleEndian(archive).putShort(archive.length - 12, (short) 1);

        assertThatThrownBy(() -> ArchiveDirectory.read(
                        archive, new Limits(1, 10_000, 9, Duration.ZERO), new Findings(Path.of("text.jar"))))
                .hasMessage(Rule.TOO_MANY_ENTRIES
                        .at("text.jar", "more than 1 entries", 1)
                        .text());
    }

    @Test
    void zip64RecordThatContradictsTheEndRecord_isADefect() throws Exception {
        bytes.write(TestJar.empty().entry("text", TEXT).bytes());
        byte[] archive = withZip64(bytes.toByteArray(), 2);

        assertThatThrownBy(() -> read(archive))
                .hasMessage(Rule.ARCHIVE_DAMAGED
                        .at("text.jar", "its Zip64 record states 2 where its end record states 1")
                        .text());
        assertThat(read(withZip64(bytes.toByteArray(), 1)).read("text")).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 22, 70_000})
    void bytesAfterTheEnd_areSkippedAsTheJdkDoes(int length) throws Exception {
        byte[] archive = TestJar.empty().entry("text", TEXT).bytes();
        byte[] longer = Arrays.copyOf(archive, archive.length + length);

        assertThat(ArchiveDirectory.isEnded(longer)).isEqualTo(isOpened(longer));
        assertThat(ArchiveDirectory.isEnded(longer)).isEqualTo(length < 65_536);
        if (length < 65_536) {
            assertThat(read(longer).read("text")).isEqualTo(TEXT);
        }
    }

    @Test
    void bytesAfterAnEndThatLeadsNowhere_areNotSkipped() throws Exception {
        byte[] archive = TestJar.empty().entry("text", TEXT).bytes();
        byte[] longer = Arrays.copyOf(archive, archive.length + 1);
        longer[0] = 'X';

        assertThat(isOpened(longer)).isFalse();
        assertThat(ArchiveDirectory.isEnded(longer)).isFalse();
    }

    @Test
    void end_isRequired() {
        assertThat(ArchiveDirectory.isEnded(new byte[0])).isFalse();
        assertThat(ArchiveDirectory.isEnded(new byte[100])).isFalse();
        assertThat(ArchiveDirectory.isEnded(TestJar.empty().entry("text", TEXT).bytes()))
                .isTrue();
    }

    @Test
    void beginning_isThatOfAnArchiveAsFarAsItGoes() {
        assertThat(ArchiveDirectory.isBegun(new byte[0])).isTrue();
        assertThat(ArchiveDirectory.isBegun(new byte[] {'P', 'K', 3, 4})).isTrue();
        assertThat(ArchiveDirectory.isBegun(new byte[] {'P', 'K', 3})).isTrue();
        assertThat(ArchiveDirectory.isBegun(new byte[] {'P', 'X'})).isFalse();
        assertThat(ArchiveDirectory.isBegun(new byte[] {'P', 'K', 5, 6})).isFalse();
    }

    private ArchiveContents read() throws ArtifactDefect {
        return read(bytes.toByteArray());
    }

    private static ArchiveContents read(byte[] archive) throws ArtifactDefect {
        Findings findings = new Findings(Path.of("text.jar"));
        ArchiveContents contents = ArchiveDirectory.read(archive, Snapshots.LIMITS, findings);
        findings.check();
        return contents;
    }

    /** Returns how many entries the JDK finds. */
    private int opened(byte[] archive) throws IOException {
        try (ZipFile zip = new ZipFile(
                Files.write(directory.resolve("opened.zip"), archive).toFile())) {
            return zip.size();
        }
    }

    private boolean isOpened(byte[] archive) throws IOException {
        try {
            return opened(archive) > 0;
        } catch (ZipException refused) {
            return false;
        }
    }

    /** Returns {@code archive} as old tools wrote it: the count keeps its lower 16 bits alone. */
    private static byte[] withoutZip64(byte[] archive, int count) {
        int zip64 = archive.length - END_SIZE - ZIP_64_SIZE;
        byte[] plain = Arrays.copyOf(archive, zip64 + END_SIZE);
        System.arraycopy(archive, archive.length - END_SIZE, plain, zip64, END_SIZE);
        littleEndian(plain).putShort(zip64 + 8, (short) count).putShort(zip64 + 10, (short) count);
        return plain;
    }

    /** Returns {@code archive} with a Zip64 record that says the same but for the count. */
    private static byte[] withZip64(byte[] archive, int count) {
        int end = archive.length - END_SIZE;
        ByteBuffer longer = ByteBuffer.allocate(archive.length + ZIP_64_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        longer.put(archive, 0, end);
        longer.putInt(0x06064b50)
                .putLong(44)
                .putInt(0)
                .putLong(0)
                .putLong(count)
                .putLong(count);
        longer.putLong(littleEndian(archive).getInt(end + 12));
        longer.putLong(littleEndian(archive).getInt(end + 16));
        longer.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
        return longer.put(archive, end, END_SIZE).array();
    }

    private static ByteBuffer littleEndian(byte[] archive) {
        return ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ZipEntry stored(String name) {
        CRC32 sum = new CRC32();
        sum.update(TEXT);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(TEXT.length);
        entry.setCrc(sum.getValue());
        return entry;
    }

    private static void add(ZipOutputStream zip, ZipEntry entry, byte[] content) throws Exception {
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
