package dev.layers.internal.watch;

import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * What tells without reading that a file was written or replaced.
 *
 * @param size its size in bytes
 * @param modified when it was written, which whoever writes may set
 * @param key what tells it from another file of that name, where the file system says
 * @param changed when the system saw it change, which nobody may set; null where there is no such time
 */
record Stamp(
        long size,
        FileTime modified,
        @Nullable Object key,
        @Nullable Object changed) {}
