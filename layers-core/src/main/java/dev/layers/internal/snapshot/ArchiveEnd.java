package dev.layers.internal.snapshot;

/**
 * Where the directory of an archive lies, by the records that are written last.
 *
 * @param count how many entries it lists, as far as {@code counted} goes
 * @param start where it begins
 * @param end where it ends
 * @param prefix how many bytes lie before the archive itself
 * @param counted the number that the count begins anew at
 */
record ArchiveEnd(long count, int start, int end, int prefix, long counted) {
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_LOCATOR = 0x07064b50;

    private static final int END_SIZE = 22;
    private static final int LOCATOR_SIZE = 20;
    private static final int END_64_SIZE = 56;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private static final long COUNT_IN_64 = 0xFFFF;
    private static final long SIZE_IN_64 = 0xFFFF_FFFFL;

    /** Returns whether {@code archive} has the record that is written last. */
    static boolean isIn(LittleEndian archive) {
        return find(archive) >= 0;
    }

    /** Returns what the last records of an archive say that has them. */
    static ArchiveEnd of(LittleEndian archive) throws DamagedArchive {
        int end = find(archive);
        long count = archive.twoBytes(end + 10);
        long size = archive.unsignedFourBytes(end + 12);
        long offset = archive.unsignedFourBytes(end + 16);
        int end64 = find64(archive, end);
        if (end64 < 0) {
            return lying(end, count, size, offset, COUNT_IN_64 + 1);
        }
        checkSame(count, archive.eightBytes(end64 + 32), COUNT_IN_64);
        checkSame(size, archive.eightBytes(end64 + 40), SIZE_IN_64);
        checkSame(offset, archive.eightBytes(end64 + 48), SIZE_IN_64);
        return lying(
                end64,
                archive.eightBytes(end64 + 32),
                archive.eightBytes(end64 + 40),
                archive.eightBytes(end64 + 48),
                Long.MAX_VALUE);
    }

    /** Returns whether {@code entries} are as many as stated: old tools write more than 16 bits count without Zip64. */
    boolean isCountOf(long entries) {
        return entries % counted == count;
    }

    /** Which of two numbers counts depends on the reader. */
    private static void checkSame(long stated, long stated64, long in64) throws DamagedArchive {
        if (stated != in64 && stated != stated64) {
            throw new DamagedArchive("its Zip64 record states " + stated64 + " where its end record states " + stated);
        }
    }

    private static ArchiveEnd lying(int end, long count, long size, long offset, long counted) throws DamagedArchive {
        long start = end - size;
        if (size < 0 || start < 0 || offset < 0 || offset > start) {
            throw new DamagedArchive("its directory does not lie inside the archive");
        }
        return new ArchiveEnd(count, (int) start, end, (int) (start - offset), counted);
    }

    /** As the JDK does: the comment reaches to the end of the archive, or the record leads to a first entry. */
    private static int find(LittleEndian archive) {
        int lowest = Math.max(0, archive.length() - END_SIZE - LONGEST_COMMENT);
        for (int at = archive.length() - END_SIZE; at >= lowest; at--) {
            if (archive.fourBytes(at) == END && isLast(archive, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isLast(LittleEndian archive, int at) {
        int end = at + END_SIZE + archive.twoBytes(at + 20);
        if (end >= archive.length()) {
            return end == archive.length();
        }
        long directory = at - archive.unsignedFourBytes(at + 12);
        long first = directory - archive.unsignedFourBytes(at + 16);
        return ArchiveDirectory.isRecord(archive, directory) && ArchiveDirectory.isHeader(archive, first);
    }

    private static int find64(LittleEndian archive, int end) {
        int locator = end - LOCATOR_SIZE;
        if (locator < 0 || archive.fourBytes(locator) != END_64_LOCATOR) {
            return -1;
        }
        int at = locator - END_64_SIZE;
        return at >= 0 && archive.fourBytes(at) == END_64 ? at : -1;
    }
}
