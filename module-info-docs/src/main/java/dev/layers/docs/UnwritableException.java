package dev.layers.docs;

import java.io.IOException;
import java.nio.file.Path;

/** A file that could not be written. */
final class UnwritableException extends DocsException {
    private static final long serialVersionUID = 1L;

    UnwritableException(Path file, IOException cause) {
        super(file + ": not written (" + Reasons.of(cause) + "); name a file that can be written, and has room", cause);
    }
}
