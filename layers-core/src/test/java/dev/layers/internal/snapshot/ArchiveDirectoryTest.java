package dev.layers.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.fixture.TestJar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ArchiveDirectoryTest {
    private static final byte[] TEXT = "to be or not to be or not to be".getBytes(StandardCharsets.UTF_8);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void deflatedEntry_isInflated() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            add(zip, new ZipEntry("text"), TEXT);
        }

        assertThat(read().read("text")).isEqualTo(TEXT);
    }

    @Test
    void storedEntry_isCopied() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, stored("text"), TEXT);
        }

        assertThat(read().read("text")).isEqualTo(TEXT);
    }

    @Test
    void emptyEntries_areRead() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, new ZipEntry("deflated"), new byte[0]);
            zip.setLevel(Deflater.NO_COMPRESSION);
            add(zip, new ZipEntry("level0"), new byte[0]);
        }

        assertThat(read().read("deflated")).isEmpty();
        assertThat(read().read("level0")).isEmpty();
    }

    @Test
    void directories_areLeftOutAndUnknownNamesAreNull() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, new ZipEntry("acme/"), new byte[0]);
            add(zip, new ZipEntry("acme/text"), TEXT);
        }

        assertThat(read().names()).containsExactly("acme/text");
        assertThat(read().read("acme/")).isNull();
        assertThat(read().read("other")).isNull();
    }

    @Test
    void namesBeyondAscii_areReadAsUtf8() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, new ZipEntry("acme/grüße 你好 😀.txt"), TEXT);
        }

        assertThat(read().read("acme/grüße 你好 😀.txt")).isEqualTo(TEXT);
    }

    @Test
    void commentAtTheEnd_isSkipped() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setComment("a comment with a record's mark in it: PK\u0005\u0006 and more than twenty-two bytes after");
            add(zip, new ZipEntry("text"), TEXT);
        }

        assertThat(read().read("text")).isEqualTo(TEXT);
    }

    @Test
    void longestComment_isSkipped() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setComment("c".repeat(0xFFFF));
            add(zip, new ZipEntry("text"), TEXT);
        }

        assertThat(read().read("text")).isEqualTo(TEXT);
    }

    @Test
    void prefixBeforeTheFirstEntry_isSkipped() throws IOException {
        bytes.write("#!/bin/sh\nexec java -jar \"$0\"\n".getBytes(StandardCharsets.US_ASCII));
        bytes.write(TestJar.empty().entry("text", TEXT).bytes());

        assertThat(read().read("text")).isEqualTo(TEXT);
    }

    @Test
    void extraFieldsAndEntryComments_areSkipped() throws IOException {
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
    void archiveWithoutEntries_isEmpty() throws IOException {
        new ZipOutputStream(bytes).close();

        assertThat(read().names()).isEmpty();
    }

    @Test
    void moreEntriesThanSixteenBitsCount_areAllRead() throws IOException {
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

    private ArchiveContents read() throws DamagedEntry {
        return ArchiveDirectory.read(bytes.toByteArray());
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

    private static void add(ZipOutputStream zip, ZipEntry entry, byte[] content) throws IOException {
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
