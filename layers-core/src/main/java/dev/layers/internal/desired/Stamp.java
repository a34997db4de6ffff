package dev.layers.internal.desired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What tells that a file was written or replaced; the size is in bytes. */
record Stamp(long size, FileTime modified, @Nullable Object key, boolean isRegular) {
    /** Returns the stamp of {@code file}; empty if nothing is there. */
    static Optional<Stamp> of(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Stamp(
                    attributes.size(),
                    attributes.lastModifiedTime(),
                    attributes.fileKey(),
                    attributes.isRegularFile()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }
}
