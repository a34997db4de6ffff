package dev.layers.docs.site;

import dev.layers.docs.DocsException;
import dev.layers.docs.Reasons;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A page that cannot be named, written or read. */
public final class PageException extends DocsException {
    private static final long serialVersionUID = 1L;

    private PageException(String message) {
        super(message);
    }

    private PageException(String message, Throwable cause) {
        super(message, cause);
    }

    static PageException unusableName(Path directory, InvalidPathException cause) {
        return new PageException(
                directory + ": no page can have the name '" + cause.getInput().replaceAll("\\p{Cntrl}", "?") + "' ("
                        + cause.getReason() + "); leave the module out or write where that name is allowed",
                cause);
    }

    static PageException notDirectory(Path path) {
        return new PageException(path + ": a file; name a directory for the pages");
    }

    static PageException foreign(Path page) {
        return new PageException(page + ": not written by module-info-docs (its first line is not the mark) and in the"
                + " way of a page; move it away or name another directory");
    }

    static PageException unreadable(Path path, IOException cause) {
        return new PageException(path + ": not read (" + Reasons.of(cause) + "); make the pages readable", cause);
    }

    static PageException unwritable(Path directory, IOException cause) {
        return new PageException(
                directory + ": not all pages written (" + Reasons.of(cause)
                        + "); make it writable, with room for them, and write again",
                cause);
    }
}
