package dev.layers;

import java.nio.file.Path;
import java.util.List;

/** The paths a module is read from, at every reload anew. */
record Source(Path artifact, List<Path> libraries) {
    /** Paths are made absolute: that is how messages name them and how the URLs of classes do. */
    Source {
        artifact = artifact.toAbsolutePath();
        libraries = libraries.stream().map(Path::toAbsolutePath).toList();
    }
}
