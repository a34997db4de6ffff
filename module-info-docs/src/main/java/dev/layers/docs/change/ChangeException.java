package dev.layers.docs.change;

import dev.layers.docs.DocsException;
import dev.layers.docs.Reasons;
import java.nio.file.Path;

/** Releases whose types cannot be compared. */
public final class ChangeException extends DocsException {
    private static final long serialVersionUID = 1L;

    private ChangeException(String message, Throwable cause) {
        super(message, cause);
    }

    static ChangeException unreadable(Path path, Throwable cause) {
        return new ChangeException(
                path + ": classes not read (" + Reasons.of(cause) + "); build it again or leave it out", cause);
    }

    static ChangeException incomparable(Throwable cause) {
        return new ChangeException(
                "Types not compared (" + cause.getMessage() + "); compare fewer modules to see which of them it is",
                cause);
    }
}
