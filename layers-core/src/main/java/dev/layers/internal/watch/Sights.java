package dev.layers.internal.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;

/** Looks at the directory that is watched. */
interface Sights {
    /** Returns the directory itself, with what tells it from another in its place. */
    Place root() throws IOException;

    /** Returns those children of the directory that may be artifacts. */
    Set<Path> children() throws IOException;

    /** Returns what a name in the directory may stand for. */
    Naming naming(Path child);

    /**
     * Returns what lies at {@code child}.
     *
     * @param entering takes each directory before it is listed
     */
    Sight look(Path child, Consumer<Place> entering);

    /** Reads what was seen and returns a text that is another when the content is; says so if it cannot be read. */
    String digest(Path child, Sight sight);

    /** What a name in the directory may stand for. */
    enum Naming {
        ARTIFACT,
        /** Hidden, and others may lead through it: all of them may have changed. */
        HIDDEN_WAY,
        NOTHING
    }
}
