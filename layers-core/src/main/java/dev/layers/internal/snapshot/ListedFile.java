package dev.layers.internal.snapshot;

import java.nio.file.Path;

/**
 * One file of a listing.
 *
 * @param path where the file system gave it; its text need not lead back to it, since a locale may lack its characters
 * @param stamp what tells that it was written or replaced
 */
record ListedFile(Path path, Stamp stamp) {
    private static final String UNKNOWN = "\uFFFD";

    /** Returns the last name of {@code path}, in UTF-8 if the locale cannot say it. */
    static String nameOf(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.contains(UNKNOWN) ? lastOf(path.toUri().getPath()) : name;
    }

    private static String lastOf(String path) {
        String file = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
