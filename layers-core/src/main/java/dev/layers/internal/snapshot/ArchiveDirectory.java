package dev.layers.internal.snapshot;

import dev.layers.preflight.Rule;
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

    private static final int LOCAL_SIZE = 30;
    private static final int CENTRAL_SIZE = 46;
    private static final int ZIP_64_EXTRA = 1;
    private static final long IN_EXTRA = 0xFFFF_FFFFL;

    private final LittleEndian archive;
    private final Limits limits;
    private final Findings findings;
    private final Map<String, ArchiveEntry> entries = new LinkedHashMap<>();
    private long inflated;

    private ArchiveDirectory(LittleEndian archive, Limits limits, Findings findings) {
        this.archive = archive;
        this.limits = limits;
        this.findings = findings;
    }

    /** Returns whether {@code archive} begins as a zip archive does, as far as it goes. */
    static boolean isBegun(byte[] archive) {
        return IntStream.range(0, Math.min(4, archive.length))
                .allMatch(at -> archive[at] == (byte) (LOCAL_HEADER >>> (8 * at)));
    }

    /** Returns whether {@code archive} has the record that is written last. */
    static boolean isEnded(byte[] archive) {
        return ArchiveEnd.isIn(new LittleEndian(archive));
    }

    /** Returns whether a record of an entry may begin at {@code at}. */
    static boolean isRecord(LittleEndian archive, long at) {
        return archive.contains(at, CENTRAL_SIZE) && archive.fourBytes((int) at) == CENTRAL_HEADER;
    }

    /** Returns whether an entry may begin at {@code at}. */
    static boolean isHeader(LittleEndian archive, long at) {
        return archive.contains(at, LOCAL_SIZE) && archive.fourBytes((int) at) == LOCAL_HEADER;
    }

    /** Returns the contents of an archive that has an end; what is wrong with single entries goes to {@code findings}. */
    static ArchiveContents read(byte[] bytes, Limits limits, Findings findings) throws ArtifactDefect {
        LittleEndian archive = new LittleEndian(bytes);
        ArchiveDirectory directory = new ArchiveDirectory(archive, limits, findings);
        try {
            directory.readAll(ArchiveEnd.of(archive));
        } catch (DamagedArchive damaged) {
            throw findings.last(Rule.ARCHIVE_DAMAGED, String.valueOf(damaged.getMessage()));
        }
        return new ArchiveContents(archive, directory.entries);
    }

    /** Returns where the bytes of {@code entry} begin; they lie inside the archive. */
    static int dataOffset(LittleEndian archive, String name, ArchiveEntry entry) throws DamagedEntry {
        int header = entry.header();
        if (!isHeader(archive, header)) {
            throw new DamagedEntry("entry '" + name + "' has no header at " + header);
        }
        int nameLength = archive.twoBytes(header + 26);
        long data = (long) header + LOCAL_SIZE + nameLength + archive.twoBytes(header + 28);
        if (!archive.contains(data, entry.compressedSize())) {
            throw new DamagedEntry("entry '" + name + "' reaches beyond the end");
        }
        if (!archive.isSame(
                header + LOCAL_SIZE,
                nameLength,
                entry.record() + CENTRAL_SIZE,
                archive.twoBytes(entry.record() + 28))) {
            String other = EntryName.quoted(archive.text(header + LOCAL_SIZE, nameLength));
            throw new DamagedEntry("entry '" + name + "' is called " + other + " in its own header");
        }
        return (int) data;
    }

    private void readAll(ArchiveEnd end) throws DamagedArchive, ArtifactDefect {
        if (end.count() > limits.entries()) {
            throw findings.last(Rule.TOO_MANY_ENTRIES, end.count() + " entries", limits.entries());
        }
        long entries = readEntries(end);
        if (!end.isCountOf(entries)) {
            throw miscounted(entries, end);
        }
        if (inflated > limits.inflated()) {
            findings.add(Rule.TOO_LARGE, "its entries claim " + inflated + " bytes", limits.inflated());
        }
    }

    private static DamagedArchive miscounted(long entries, ArchiveEnd end) {
        return new DamagedArchive(
                entries < end.count()
                        ? "its directory ends after " + entries + " of " + end.count() + " entries"
                        : "its directory goes on after " + end.count() + " entries");
    }

    /** Returns how many there are. */
    private long readEntries(ArchiveEnd end) throws DamagedArchive, ArtifactDefect {
        long entries = 0;
        int at = end.start();
        while (at < end.end()) {
            if (!isRecord(archive, at)) {
                throw miscounted(entries, end);
            }
            if (entries == limits.entries()) {
                throw findings.last(
                        Rule.TOO_MANY_ENTRIES, "more than " + limits.entries() + " entries", limits.entries());
            }
            at = readEntry(at, end);
            entries++;
        }
        return entries;
    }

    private int readEntry(int at, ArchiveEnd end) throws DamagedArchive, ArtifactDefect {
        int nameLength = archive.twoBytes(at + 28);
        int extraLength = archive.twoBytes(at + 30);
        int next = at + CENTRAL_SIZE + nameLength + extraLength + archive.twoBytes(at + 32);
        if (next - at > end.end() - at) {
            throw new DamagedArchive("its directory reaches beyond its end");
        }
        String name = archive.text(at + CENTRAL_SIZE, nameLength);
        EntryName.check(name, limits, findings);
        if (!name.endsWith("/")) {
            readFile(name, at, end.prefix());
        }
        return next;
    }

    private void readFile(String name, int at, int prefix) {
        try {
            Sizes sizes = new Sizes(name, at);
            if (sizes.size > limits.file()) {
                findings.add(Rule.TOO_LARGE, "entry '" + name + "' claims " + sizes.size + " bytes", limits.file());
            } else {
                add(name, entry(name, at, prefix, sizes));
            }
        } catch (DamagedEntry damaged) {
            findings.add(Rule.ENTRY_DAMAGED, String.valueOf(damaged.getMessage()));
        }
    }

    private void add(String name, ArchiveEntry entry) {
        inflated += entry.size();
        if (entries.putIfAbsent(name, entry) != null) {
            findings.add(Rule.ENTRY_TWICE, "entry " + EntryName.quoted(name) + " is there more than once");
        }
    }

    private ArchiveEntry entry(String name, int at, int prefix, Sizes sizes) throws DamagedEntry {
        if ((archive.twoBytes(at + 8) & 1) != 0) {
            throw new DamagedEntry("entry " + EntryName.quoted(name) + " is encrypted");
        }
        return new ArchiveEntry(
                at,
                archive.twoBytes(at + 10),
                archive.fourBytes(at + 16),
                inside(name, sizes.compressedSize),
                inside(name, sizes.size),
                inside(name, sizes.header + prefix));
    }

    private static int inside(String name, long value) throws DamagedEntry {
        if (value < 0 || value > Limits.LONGEST_ARRAY) {
            throw new DamagedEntry(
                    "entry " + EntryName.quoted(name) + " claims a size or place of " + value + " bytes");
        }
        return (int) value;
    }

    /** What one directory record says, wherever it says it. */
    private final class Sizes {
        private final long size;
        private final long compressedSize;
        private final long header;
        private final int end;
        private int large;

        Sizes(String name, int at) throws DamagedEntry {
            int extra = at + CENTRAL_SIZE + archive.twoBytes(at + 28);
            end = extra + archive.twoBytes(at + 30);
            large = find(extra);
            size = number(name, at + 24);
            compressedSize = number(name, at + 20);
            header = number(name, at + 42);
        }

        /** Returns where the Zip64 field begins, or the end of all fields. */
        private int find(int extra) {
            int at = extra;
            while (at + 4 <= end) {
                if (archive.twoBytes(at) == ZIP_64_EXTRA) {
                    return at + 4;
                }
                at += 4 + archive.twoBytes(at + 2);
            }
            return end;
        }

        private long number(String name, int at) throws DamagedEntry {
            long stated = archive.unsignedFourBytes(at);
            if (stated != IN_EXTRA) {
                return stated;
            }
            if (large + 8 > end) {
                throw new DamagedEntry("entry " + EntryName.quoted(name) + " lacks its Zip64 field");
            }
            large += 8;
            return archive.eightBytes(large - 8);
        }
    }
}
