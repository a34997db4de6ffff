package dev.layers.internal.snapshot;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/** Says in words why the file system does not give a file. */
final class Unreadable {
    private Unreadable() {}

    /** Returns the reason without the path, which the finding tells. */
    static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "access is denied";
        }
        @Nullable
        String reason = failure instanceof FileSystemException fault ? fault.getReason() : failure.getMessage();
        return reason == null ? failure.toString() : reason;
    }
}
