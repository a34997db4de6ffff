package dev.layers.internal.snapshot;

import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The entries of a zip archive, inflated when they are asked for. */
final class ArchiveContents implements Contents {
    private static final int KEPT = 2;

    private final LittleEndian archive;
    private final Map<String, ArchiveEntry> entries;
    private final Queue<EntryInflater> idle = new ConcurrentLinkedQueue<>();

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
