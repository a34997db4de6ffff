package dev.layers.internal.snapshot;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates the entries of one archive, one at a time, and compares them with what its directory says. */
final class EntryInflater {
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int BUFFER = 8192;
    /** Room behind the last byte: without it zlib ends in small steps, and has to be asked once more whether that was all. */
    private static final int AHEAD = 512;
    /** Deflate gains at most this factor. */
    private static final long LARGEST_GAIN = 1032;

    private final LittleEndian archive;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();

    EntryInflater(LittleEndian archive) {
        this.archive = archive;
    }

    /** Returns the bytes of {@code entry} in an array of their own. */
    byte[] read(String name, ArchiveEntry entry) throws DamagedEntry {
        int data = data(name, entry);
        try {
            byte[] bytes = entry.method() == STORED ? archive.bytes(data, entry.size()) : inflated(name, entry, data);
            sum.reset();
            sum.update(bytes);
            compare(name, entry);
            return bytes;
        } catch (OutOfMemoryError full) {
            throw new DamagedEntry("entry '" + name + "' of " + entry.size() + " bytes does not fit into memory");
        }
    }

    /** Reads {@code entry} as {@link #read} does and keeps nothing of it. */
    void verify(String name, ArchiveEntry entry) throws DamagedEntry {
        int data = data(name, entry);
        sum.reset();
        if (entry.method() == STORED) {
            sum.update(archive.array(), data, entry.size());
        } else {
            inflateAll(name, entry, data);
        }
        compare(name, entry);
    }

    void close() {
        inflater.end();
    }

    /** Returns where the bytes of {@code entry} begin if its directory record makes sense. */
    private int data(String name, ArchiveEntry entry) throws DamagedEntry {
        if (entry.method() != STORED && entry.method() != DEFLATED) {
            throw new DamagedEntry("entry '" + name + "' uses unknown compression " + entry.method());
        }
        if (entry.method() == STORED && entry.size() != entry.compressedSize()) {
            throw new DamagedEntry("entry '" + name + "' is stored with two sizes");
        }
        if (entry.size() / LARGEST_GAIN > entry.compressedSize()) {
            throw new DamagedEntry(
                    "entry '" + name + "' claims " + entry.size() + " bytes inflated from " + entry.compressedSize());
        }
        return ArchiveDirectory.dataOffset(archive, name, entry);
    }

    private byte[] inflated(String name, ArchiveEntry entry, int data) throws DamagedEntry {
        start(entry, data);
        return entry.size() <= BUFFER ? inflatedSmall(name, entry) : inflatedLarge(name, entry);
    }

    private byte[] inflatedSmall(String name, ArchiveEntry entry) throws DamagedEntry {
        byte[] buffer = new byte[entry.size() + AHEAD];
        checkLength(name, entry, inflate(name, buffer));
        return Arrays.copyOf(buffer, entry.size());
    }

    private byte[] inflatedLarge(String name, ArchiveEntry entry) throws DamagedEntry {
        byte[] bytes = new byte[entry.size()];
        int length = inflate(name, bytes);
        boolean isMore = !inflater.finished() && inflate(name, new byte[1]) > 0;
        checkLength(name, entry, isMore ? length + 1L : length);
        return bytes;
    }

    private void inflateAll(String name, ArchiveEntry entry, int data) throws DamagedEntry {
        start(entry, data);
        byte[] buffer = new byte[Math.min(BUFFER, entry.size()) + AHEAD];
        long length = 0;
        int step = buffer.length;
        while (step == buffer.length && length <= entry.size()) {
            step = inflate(name, buffer);
            sum.update(buffer, 0, step);
            length += step;
        }
        checkLength(name, entry, length);
    }

    private void start(ArchiveEntry entry, int data) {
        inflater.reset();
        inflater.setInput(archive.array(), data, entry.compressedSize());
    }

    /** Returns how many bytes there were; fewer than {@code bytes} holds if the data ends early. */
    private int inflate(String name, byte[] bytes) throws DamagedEntry {
        try {
            int length = 0;
            while (length < bytes.length && !inflater.finished()) {
                int step = inflater.inflate(bytes, length, bytes.length - length);
                if (step == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                length += step;
            }
            return length;
        } catch (DataFormatException damaged) {
            throw new DamagedEntry("entry '" + name + "' cannot be inflated: " + damaged.getMessage());
        }
    }

    private static void checkLength(String name, ArchiveEntry entry, long length) throws DamagedEntry {
        if (length != entry.size()) {
            String found = length > entry.size() ? "more than " : length + " of ";
            throw new DamagedEntry("entry '" + name + "' holds " + found + entry.size() + " bytes");
        }
    }

    private void compare(String name, ArchiveEntry entry) throws DamagedEntry {
        if ((int) sum.getValue() != entry.checksum()) {
            throw new DamagedEntry("entry '" + name + "' does not match its checksum");
        }
    }
}
