package dev.layers.internal.watch;

import java.nio.file.Path;
import java.util.Set;

/** Which children of the directory were noticed to change, and how much else may have. */
record News(Set<Path> children, Extent extent) {
    /** What may have changed beside what was named. */
    enum Extent {
        NOTHING_ELSE,
        EVERYTHING,
        /** The directory is not the one any longer that it was. */
        DIRECTORY
    }

    News {
        children = Set.copyOf(children);
    }

    static News none() {
        return new News(Set.of(), Extent.NOTHING_ELSE);
    }

    static News everything() {
        return new News(Set.of(), Extent.EVERYTHING);
    }
}
