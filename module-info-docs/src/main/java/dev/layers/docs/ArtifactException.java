package dev.layers.docs;

import java.io.IOException;
import java.nio.file.Path;

/** A path from which no module descriptor can be read. */
final class ArtifactException extends DocsException {
    private static final long serialVersionUID = 1L;
    private static final String WANTED = "name a modular jar, a directory of classes or a directory of jars";

    private ArtifactException(String message) {
        super(message);
    }

    private ArtifactException(String message, Throwable cause) {
        super(message, cause);
    }

    static ArtifactException missing(Path path) {
        return new ArtifactException(path + ": no file there; " + WANTED);
    }

    static ArtifactException notJar(Path path) {
        return new ArtifactException(path + ": not a jar by its name; " + WANTED);
    }

    static ArtifactException empty(Path directory) {
        return new ArtifactException(directory + ": no module-info.class and no jar in it; " + WANTED);
    }

    static ArtifactException unlistable(Path directory, IOException cause) {
        return new ArtifactException(directory + ": not listed (" + cause + "); make the directory readable", cause);
    }

    static ArtifactException unreadable(Path path, Throwable cause) {
        String reason = deepest(cause).getMessage();
        return new ArtifactException(
                path + ": no module descriptor could be read (" + reason + "); build it again or leave it out", cause);
    }

    static ArtifactException sameModule(Artifact first, Artifact second) {
        String name = second.descriptor().name();
        return new ArtifactException(first.path() + " and " + second.path() + ": both are module '" + name
                + "', one artifact per module is wanted; leave one of them out");
    }

    private static Throwable deepest(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : deepest(cause);
    }
}
