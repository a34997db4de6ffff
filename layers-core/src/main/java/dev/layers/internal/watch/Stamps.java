package dev.layers.internal.watch;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;

/** Reads what the file system says of a file, in one question. */
final class Stamps {
    private static final String EVERYWHERE = "size,lastModifiedTime,fileKey,isDirectory,isRegularFile";

    private final String attributes;

    private Stamps(String attributes) {
        this.attributes = attributes;
    }

    /** What lies at a path. */
    record Seen(Stamp stamp, boolean isDirectory, boolean isFile) {}

    static Stamps of(FileSystem files) {
        boolean isUnix = files.supportedFileAttributeViews().contains("unix");
        return new Stamps(isUnix ? "unix:ctime," + EVERYWHERE : EVERYWHERE);
    }

    Seen of(Path file, LinkOption... options) throws IOException {
        Map<String, Object> read = Files.readAttributes(file, attributes, options);
        Stamp stamp = new Stamp(
                (Long) Objects.requireNonNull(read.get("size")),
                (FileTime) Objects.requireNonNull(read.get("lastModifiedTime")),
                read.get("fileKey"),
                read.get("ctime"));
        return new Seen(
                stamp, Boolean.TRUE.equals(read.get("isDirectory")), Boolean.TRUE.equals(read.get("isRegularFile")));
    }
}
