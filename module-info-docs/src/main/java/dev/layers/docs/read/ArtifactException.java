package dev.layers.docs.read;

import dev.layers.docs.DocsException;
import java.nio.file.Path;

/** A path at which nothing can be that is to be read. */
public final class ArtifactException extends DocsException {
    private static final long serialVersionUID = 1L;
    private static final String WANTED = "name a modular jar, a directory of classes or a directory of jars";

    private ArtifactException(String message) {
        super(message);
    }

    public static ArtifactException missing(Path path) {
        return new ArtifactException(path + ": no file there; " + WANTED);
    }

    static ArtifactException notJar(Path path) {
        return new ArtifactException(path + ": not a jar by its name; " + WANTED);
    }
}
