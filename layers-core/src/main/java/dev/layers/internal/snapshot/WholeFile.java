package dev.layers.internal.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Reads a file whole; an interrupt does not prevent it, and stands again afterwards. */
final class WholeFile {
    private WholeFile() {}

    /** Returns the bytes of {@code file}, opened with {@code options}; empty if they are not {@code size} any longer. */
    static Optional<byte[]> read(Path file, int size, Set<? extends OpenOption> options) throws IOException {
        boolean wasInterrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return attempt(file, size, options);
                } catch (ClosedByInterruptException interrupt) {
                    wasInterrupted = true;
                    Thread.interrupted();
                }
            }
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Optional<byte[]> attempt(Path file, int size, Set<? extends OpenOption> options) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file, options)) {
            ByteBuffer bytes = ByteBuffer.allocate(size);
            fill(bytes, channel);
            ByteBuffer more = ByteBuffer.allocate(1);
            fill(more, channel);
            return bytes.hasRemaining() || !more.hasRemaining() ? Optional.empty() : Optional.of(bytes.array());
        }
    }

    private static void fill(ByteBuffer bytes, SeekableByteChannel channel) throws IOException {
        int step = 0;
        while (step >= 0 && bytes.hasRemaining()) {
            step = channel.read(bytes);
        }
    }
}
