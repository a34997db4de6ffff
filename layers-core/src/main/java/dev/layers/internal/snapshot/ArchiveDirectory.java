package dev.layers.internal.snapshot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Reads the central directory of a zip archive that lies in memory.
 *
 * <p>The format is PKWARE's APPNOTE, with what jars use of it: stored and deflated entries, a prefix before the first
 * entry, Zip64 records as far as an array can be long.
 */
final class ArchiveDirectory {
    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int CENTRAL_HEADER = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_LOCATOR = 0x07064b50;

    private static final int LOCAL_SIZE = 30;
    private static final int CENTRAL_SIZE = 46;
    private static final int END_SIZE = 22;
    private static final int LOCATOR_SIZE = 20;
    private static final int END_64_SIZE = 56;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ZIP_64_EXTRA = 1;
    private static final long IN_EXTRA = 0xFFFF_FFFFL;

    private final LittleEndian archive;
    private final Map<String, ArchiveEntry> entries = new LinkedHashMap<>();

    private ArchiveDirectory(LittleEndian archive) {
        this.archive = archive;
    }

    /** Returns whether {@code archive} begins as a zip archive does, as far as it goes. */
    static boolean isBegun(byte[] archive) {
        return IntStream.range(0, Math.min(4, archive.length))
                .allMatch(at -> archive[at] == (byte) (LOCAL_HEADER >>> (8 * at)));
    }

    /** Returns whether {@code archive} has the record that is written last. */
    static boolean isEnded(byte[] archive) {
        return end(new LittleEndian(archive)) >= 0;
    }

    /** Returns the contents of an archive that has an end. */
    static ArchiveContents read(byte[] bytes) throws DamagedEntry {
        LittleEndian archive = new LittleEndian(bytes);
        ArchiveDirectory directory = new ArchiveDirectory(archive);
        directory.readAll(end(archive));
        return new ArchiveContents(archive, directory.entries);
    }

    /** Returns where the bytes of {@code entry} begin; they lie inside the archive. */
    static int dataOffset(LittleEndian archive, String name, ArchiveEntry entry) throws DamagedEntry {
        int header = entry.header();
        if (!archive.contains(header, LOCAL_SIZE) || archive.fourBytes(header) != LOCAL_HEADER) {
            throw new DamagedEntry("entry '" + name + "' has no header at " + header);
        }
        long data = (long) header + LOCAL_SIZE + archive.twoBytes(header + 26) + archive.twoBytes(header + 28);
        if (!archive.contains(data, entry.compressedSize())) {
            throw new DamagedEntry("entry '" + name + "' reaches beyond the end");
        }
        return (int) data;
    }

    private static int end(LittleEndian archive) {
        int lowest = Math.max(0, archive.length() - END_SIZE - LONGEST_COMMENT);
        for (int at = archive.length() - END_SIZE; at >= lowest; at--) {
            if (archive.fourBytes(at) == END && at + END_SIZE + archive.twoBytes(at + 20) == archive.length()) {
                return at;
            }
        }
        return -1;
    }

    private void readAll(int end) throws DamagedEntry {
        long count = archive.twoBytes(end + 10);
        long size = archive.unsignedFourBytes(end + 12);
        long offset = archive.unsignedFourBytes(end + 16);
        int endOfDirectory = end;
        int end64 = end64(end);
        if (end64 >= 0) {
            count = archive.eightBytes(end64 + 32);
            size = archive.eightBytes(end64 + 40);
            offset = archive.eightBytes(end64 + 48);
            endOfDirectory = end64;
        }
        long start = endOfDirectory - size;
        if (start < 0 || offset < 0 || offset > start) {
            throw new DamagedEntry("its directory does not lie inside the archive");
        }
        int ended = readEntries(count, (int) start, (int) (start - offset));
        if (ended != endOfDirectory) {
            throw new DamagedEntry("its directory goes on after " + count + " entries");
        }
    }

    private int end64(int end) {
        int locator = end - LOCATOR_SIZE;
        if (locator < 0 || archive.fourBytes(locator) != END_64_LOCATOR) {
            return -1;
        }
        int at = locator - END_64_SIZE;
        return at >= 0 && archive.fourBytes(at) == END_64 ? at : -1;
    }

    /** Returns where the last of them ends. */
    private int readEntries(long count, int start, int prefix) throws DamagedEntry {
        int at = start;
        for (long index = 0; index < count; index++) {
            if (!archive.contains(at, CENTRAL_SIZE) || archive.fourBytes(at) != CENTRAL_HEADER) {
                throw new DamagedEntry("its directory ends after " + index + " of " + count + " entries");
            }
            at = readEntry(at, prefix);
        }
        return at;
    }

    private int readEntry(int at, int prefix) throws DamagedEntry {
        int nameLength = archive.twoBytes(at + 28);
        int extraLength = archive.twoBytes(at + 30);
        int next = at + CENTRAL_SIZE + nameLength + extraLength + archive.twoBytes(at + 32);
        if (!archive.contains(at, next - at)) {
            throw new DamagedEntry("its directory reaches beyond the end");
        }
        String name = archive.text(at + CENTRAL_SIZE, nameLength);
        if ((archive.twoBytes(at + 8) & 1) != 0) {
            throw new DamagedEntry("entry '" + name + "' is encrypted");
        }
        if (!name.endsWith("/")) {
            entries.putIfAbsent(name, entry(at, prefix, new Extra(at + CENTRAL_SIZE + nameLength, extraLength)));
        }
        return next;
    }

    private ArchiveEntry entry(int at, int prefix, Extra extra) throws DamagedEntry {
        long size = archive.unsignedFourBytes(at + 24);
        long compressedSize = archive.unsignedFourBytes(at + 20);
        long header = archive.unsignedFourBytes(at + 42);
        int large = extra.find(ZIP_64_EXTRA);
        if (size == IN_EXTRA) {
            size = extra.eightBytes(large);
            large += 8;
        }
        if (compressedSize == IN_EXTRA) {
            compressedSize = extra.eightBytes(large);
            large += 8;
        }
        if (header == IN_EXTRA) {
            header = extra.eightBytes(large);
        }
        return new ArchiveEntry(
                archive.twoBytes(at + 10),
                archive.fourBytes(at + 16),
                inside(compressedSize),
                inside(size),
                inside(header + prefix));
    }

    private static int inside(long value) throws DamagedEntry {
        if (value < 0 || value > Integer.MAX_VALUE - 8) {
            throw new DamagedEntry("its directory names a size or place of " + value + " bytes");
        }
        return (int) value;
    }

    /** The extra fields of one directory record. */
    private final class Extra {
        private final int start;
        private final int end;

        Extra(int start, int length) {
            this.start = start;
            this.end = start + length;
        }

        /** Returns where the data of field {@code kind} begins, or the end of the fields. */
        int find(int kind) {
            int at = start;
            while (at + 4 <= end) {
                if (archive.twoBytes(at) == kind) {
                    return at + 4;
                }
                at += 4 + archive.twoBytes(at + 2);
            }
            return end;
        }

        long eightBytes(int at) throws DamagedEntry {
            if (at + 8 > end) {
                throw new DamagedEntry("its directory lacks a Zip64 field");
            }
            return archive.eightBytes(at);
        }
    }
}
