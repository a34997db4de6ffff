package dev.layers.docs.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Bytes of which no more are taken than a limit: few compressed ones can stand for very many. */
public final class BoundedBytes {
    private static final int FIRST = 1 << 16;

    private final int limit;
    private byte[] buffer = new byte[FIRST];

    /** Creates some of which no more than {@code limit} are taken at a time. */
    public BoundedBytes(int limit) {
        this.limit = limit;
    }

    /** Returns all bytes of the stream, or nothing if there are more than the limit. */
    public Optional<byte[]> read(InputStream stream) throws IOException {
        int length = 0;
        while (length <= limit) {
            int count = stream.readNBytes(buffer, length, buffer.length - length);
            length += count;
            if (length < buffer.length) {
                return Optional.of(Arrays.copyOf(buffer, length));
            }
            buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, limit + 1));
            if (length == buffer.length) {
                break;
            }
        }
        return Optional.empty();
    }
}
