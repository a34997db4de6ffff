package dev.layers.internal.snapshot;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files of an exploded directory. */
record DirectoryContents(Map<String, byte[]> files) implements Contents {
    @Override
    public Set<String> names() {
        return files.keySet();
    }

    @Override
    public byte @Nullable [] read(String name) {
        return files.get(name);
    }
}
