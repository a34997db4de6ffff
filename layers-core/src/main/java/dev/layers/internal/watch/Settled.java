package dev.layers.internal.watch;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What lies in a directory, as far as it is at rest.
 *
 * @param artifacts the digests of all artifacts, by their paths; one that is being changed has the digest it had before
 * @param changed which of them changed since the last time, or are there no longer
 */
public record Settled(SortedMap<Path, String> artifacts, Set<Path> changed) {
    public Settled {
        artifacts = Collections.unmodifiableSortedMap(new TreeMap<>(artifacts));
        changed = Set.copyOf(changed);
    }
}
