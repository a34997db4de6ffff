package dev.layers.internal.snapshot;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The entries of a zip archive, inflated when they are asked for. */
final class ArchiveContents implements Contents {
    private static final int KEPT = 2;

    private final LittleEndian archive;
    private final Map<String, ArchiveEntry> entries;
    private final Queue<EntryInflater> idle = new ConcurrentLinkedQueue<>();
    /** What was looked at: most often it is read soon after, and otherwise no memory is to be held for it. */
    private volatile WeakReference<Map<String, byte[]>> looked = new WeakReference<>(null);

    ArchiveContents(LittleEndian archive, Map<String, ArchiveEntry> entries) {
        this.archive = archive;
        this.entries = entries;
    }

    @Override
    public Set<String> names() {
        return entries.keySet();
    }

    /** Hands out what was looked at once: from then on it is the reader's. */
    @Override
    public byte @Nullable [] read(String name) throws DamagedEntry {
        Map<String, byte[]> kept = looked.get();
        byte[] bytes = kept == null ? null : kept.remove(name);
        return bytes == null ? inflated(name) : bytes;
    }

    @Override
    public byte @Nullable [] look(String name) throws DamagedEntry {
        Map<String, byte[]> kept = looked();
        byte[] bytes = kept.get(name);
        if (bytes == null) {
            bytes = inflated(name);
            if (bytes != null) {
                kept.put(name, bytes);
            }
        }
        return bytes;
    }

    /** Two threads may make two of them: then one inflates again what the other has looked at. */
    private Map<String, byte[]> looked() {
        Map<String, byte[]> kept = looked.get();
        if (kept == null) {
            kept = new ConcurrentHashMap<>();
            looked = new WeakReference<>(kept);
        }
        return kept;
    }

    private byte @Nullable [] inflated(String name) throws DamagedEntry {
        ArchiveEntry entry = entries.get(name);
        if (entry == null) {
            return null;
        }
        EntryInflater inflater = borrowed();
        try {
            return inflater.read(name, entry);
        } finally {
            giveBack(inflater);
        }
    }

    @Override
    public void verify(String name) throws DamagedEntry {
        ArchiveEntry entry = entries.get(name);
        if (entry != null) {
            EntryInflater inflater = borrowed();
            try {
                inflater.verify(name, entry);
            } finally {
                giveBack(inflater);
            }
        }
    }

    @Override
    public void close() {
        for (EntryInflater kept = idle.poll(); kept != null; kept = idle.poll()) {
            kept.close();
        }
    }

    private EntryInflater borrowed() {
        EntryInflater kept = idle.poll();
        return kept == null ? new EntryInflater(archive) : kept;
    }

    /** Two are kept, since making one costs more than inflating a class does, and more than two are rarely at work. */
    private void giveBack(EntryInflater inflater) {
        if (idle.size() < KEPT) {
            idle.add(inflater);
        } else {
            inflater.close();
        }
    }
}
