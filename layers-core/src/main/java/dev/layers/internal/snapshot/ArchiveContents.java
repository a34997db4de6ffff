package dev.layers.internal.snapshot;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** The entries of a zip archive, inflated when they are asked for. */
final class ArchiveContents implements Contents {
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final LittleEndian archive;
    private final Map<String, ArchiveEntry> entries;
    private final AtomicReference<@Nullable Inflater> idle = new AtomicReference<>();

    ArchiveContents(LittleEndian archive, Map<String, ArchiveEntry> entries) {
        this.archive = archive;
        this.entries = entries;
    }

    @Override
    public Set<String> names() {
        return entries.keySet();
    }

    @Override
    public byte @Nullable [] read(String name) throws DamagedEntry {
        ArchiveEntry entry = entries.get(name);
        return entry == null ? null : read(name, entry);
    }

    @Override
    public void close() {
        Inflater kept = idle.getAndSet(null);
        if (kept != null) {
            kept.end();
        }
    }

    private byte[] read(String name, ArchiveEntry entry) throws DamagedEntry {
        int data = ArchiveDirectory.dataOffset(archive, name, entry);
        byte[] bytes = switch (entry.method()) {
            case STORED -> stored(name, entry, data);
            case DEFLATED -> inflated(name, entry, data);
            default -> throw new DamagedEntry("entry '" + name + "' uses unknown compression " + entry.method());
        };
        checkSum(name, entry, bytes);
        return bytes;
    }

    private byte[] stored(String name, ArchiveEntry entry, int data) throws DamagedEntry {
        if (entry.size() != entry.compressedSize()) {
            throw new DamagedEntry("entry '" + name + "' is stored with two sizes");
        }
        return archive.bytes(data, entry.size());
    }

    private byte[] inflated(String name, ArchiveEntry entry, int data) throws DamagedEntry {
        byte[] bytes = newArray(name, entry);
        Inflater inflater = borrowed();
        try {
            inflater.setInput(archive.array(), data, entry.compressedSize());
            int length = inflate(inflater, bytes);
            if (length != bytes.length) {
                throw new DamagedEntry("entry '" + name + "' holds " + length + " of " + bytes.length + " bytes");
            }
            return bytes;
        } catch (DataFormatException damaged) {
            throw new DamagedEntry("entry '" + name + "' cannot be inflated: " + damaged.getMessage());
        } finally {
            giveBack(inflater);
        }
    }

    /** Returns how many bytes there were; fewer than {@code bytes} holds if the data ends early. */
    private static int inflate(Inflater inflater, byte[] bytes) throws DataFormatException {
        int length = 0;
        while (length < bytes.length && !inflater.finished()) {
            int step = inflater.inflate(bytes, length, bytes.length - length);
            if (step == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                break;
            }
            length += step;
        }
        return length;
    }

    private Inflater borrowed() {
        Inflater kept = idle.getAndSet(null);
        return kept == null ? new Inflater(true) : kept;
    }

    /** One is kept, since making one costs more than inflating a class does. */
    private void giveBack(Inflater inflater) {
        inflater.reset();
        if (!idle.compareAndSet(null, inflater)) {
            inflater.end();
        }
    }

    /** Deflate gains at most a factor of 1032, so a larger claim is damage and must not cost its memory. */
    private static byte[] newArray(String name, ArchiveEntry entry) throws DamagedEntry {
        if (entry.size() / 1032L > entry.compressedSize()) {
            throw new DamagedEntry(
                    "entry '" + name + "' claims " + entry.size() + " bytes inflated from " + entry.compressedSize());
        }
        return new byte[entry.size()];
    }

    private static void checkSum(String name, ArchiveEntry entry, byte[] bytes) throws DamagedEntry {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        if ((int) sum.getValue() != entry.checksum()) {
            throw new DamagedEntry("entry '" + name + "' does not match its checksum");
        }
    }
}
