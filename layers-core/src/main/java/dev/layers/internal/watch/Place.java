package dev.layers.internal.watch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A directory to follow.
 *
 * @param directory the directory
 * @param key what tells it from another one that is put in its place, where the file system says
 * @param child what it belongs to; the watched directory itself belongs to itself, and so does an artifact's own
 * @param isRoot whether it is the watched directory
 */
record Place(Path directory, @Nullable Object key, Path child, boolean isRoot) {
    static Place root(Path directory, @Nullable Object key) {
        return new Place(directory, key, directory, true);
    }

    static Place of(Path child, Path directory, @Nullable Object key) {
        return new Place(directory, key, child, false);
    }

    /** Returns the child that something belongs to that is called {@code name} here. */
    Path childOf(Path name) {
        return isRoot ? directory.resolve(name) : child;
    }
}
