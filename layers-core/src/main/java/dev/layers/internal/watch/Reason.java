package dev.layers.internal.watch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** Says in words why the file system does not give something. */
final class Reason {
    private Reason() {}

    static String of(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "nothing is there";
        }
        if (failure instanceof NotDirectoryException) {
            return "it is not a directory";
        }
        @Nullable
        String reason = failure instanceof FileSystemException fault ? fault.getReason() : failure.getMessage();
        return reason == null ? failure.toString() : reason;
    }
}
