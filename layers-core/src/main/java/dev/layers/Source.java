package dev.layers;

import java.nio.file.Path;
import java.util.List;

/** What a module is read from and how it is loaded, at every reload anew. */
record Source(LoadOptions options, Path artifact, List<Path> libraries) {
    /** Paths are made absolute: that is how messages name them and how the URLs of classes do. */
    Source {
        artifact = artifact.toAbsolutePath();
        libraries = libraries.stream().map(Path::toAbsolutePath).toList();
    }
}
