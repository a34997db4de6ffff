package dev.layers.internal.watch;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What lies at one path, found without reading it.
 *
 * @param kind what it is
 * @param files the files that belong to it by their names below the path; the name of the path itself is empty
 * @param note why it cannot be told whole; empty if it can
 */
record Sight(Kind kind, SortedMap<String, Stamp> files, String note) {
    private static final String UNNOTED = "";

    /** What a path may stand for. */
    enum Kind {
        /** There is nothing. */
        ABSENT,
        /** A directory of something else, or one that is still empty. */
        OTHER,
        JAR,
        DIRECTORY_OF_JARS,
        EXPLODED,
        /** It cannot be read, or is larger than anything that would be loaded. */
        UNREADABLE
    }

    Sight {
        files = Collections.unmodifiableSortedMap(files);
    }

    static Sight absent() {
        return new Sight(Kind.ABSENT, new TreeMap<>(), UNNOTED);
    }

    static Sight other() {
        return new Sight(Kind.OTHER, new TreeMap<>(), UNNOTED);
    }

    static Sight unreadable(SortedMap<String, Stamp> files, String reason) {
        return new Sight(Kind.UNREADABLE, files, reason);
    }

    static Sight of(Kind kind, SortedMap<String, Stamp> files) {
        return new Sight(kind, files, UNNOTED);
    }

    /** Returns whether there is something that could be loaded, or should have been. */
    boolean isArtifact() {
        return kind != Kind.ABSENT && kind != Kind.OTHER;
    }
}
