package dev.layers;

import java.nio.file.Path;
import java.util.List;

/** The paths a module is read from, at every reload anew. */
record Source(Path artifact, List<Path> libraries) {
    Source {
        libraries = List.copyOf(libraries);
    }
}
