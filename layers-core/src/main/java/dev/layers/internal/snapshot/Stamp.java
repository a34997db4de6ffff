package dev.layers.internal.snapshot;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What tells that a file was written or replaced; the size is in bytes. */
record Stamp(long size, FileTime modified, @Nullable Object key) {
    static Stamp of(BasicFileAttributes attributes) {
        return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    }

    /** Says no more than a record would: its own way costs a fresh JVM as much as reading the artifact. */
    boolean isSame(Stamp other) {
        return size == other.size && modified.equals(other.modified) && Objects.equals(key, other.key);
    }

    /** Returns what happened to a file with this stamp that has {@code later} now. */
    String changeTo(Stamp later) {
        if (size != later.size) {
            return (size < later.size ? "grew" : "shrank") + " from " + size + " to " + later.size + " bytes";
        }
        return modified.equals(later.modified) ? "was replaced" : "was written to";
    }
}
