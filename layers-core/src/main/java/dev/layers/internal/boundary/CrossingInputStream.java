package dev.layers.internal.boundary;

import dev.layers.internal.boundary.Link.Call;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream of the other side; buffers cross as they are.
 *
 * <p>{@code transferTo} is inherited, since the other side must not see what it writes to.
 */
final class CrossingInputStream extends InputStream {
    private final Link<InputStream> link;
    private volatile boolean closed;

    CrossingInputStream(Link<InputStream> link) {
        this.link = link;
    }

    /** Returns what {@code stream} stands for if {@code way} takes it back to where that came from. */
    static Optional<InputStream> target(InputStream stream, Direction way) {
        return stream instanceof CrossingInputStream crossing ? crossing.link.targetOn(way) : Optional.empty();
    }

    @Override
    public int read() throws IOException {
        return call(InputStream::read);
    }

    @Override
    public int read(byte[] bytes) throws IOException {
        return call(target -> target.read(bytes));
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return call(target -> target.read(bytes, offset, length));
    }

    @Override
    public byte[] readAllBytes() throws IOException {
        return call(InputStream::readAllBytes);
    }

    @Override
    public byte[] readNBytes(int length) throws IOException {
        return call(target -> target.readNBytes(length));
    }

    @Override
    public int readNBytes(byte[] bytes, int offset, int length) throws IOException {
        return call(target -> target.readNBytes(bytes, offset, length));
    }

    @Override
    public long skip(long count) throws IOException {
        return call(target -> target.skip(count));
    }

    @Override
    public void skipNBytes(long count) throws IOException {
        call(target -> {
            target.skipNBytes(count);
            return target;
        });
    }

    @Override
    public int available() throws IOException {
        return call(InputStream::available);
    }

    /** Does nothing if the generation is gone; {@code reset} will say so. */
    @Override
    public void mark(int limit) {
        InputStream target = link.enter();
        if (target != null) {
            link.call(target, marked -> {
                marked.mark(limit);
                return marked;
            });
        }
    }

    @Override
    public void reset() throws IOException {
        call(target -> {
            target.reset();
            return target;
        });
    }

    @Override
    public boolean markSupported() {
        InputStream target = link.enter();
        return target != null && link.call(target, InputStream::markSupported);
    }

    /** Does nothing if the generation is gone: nothing is lost. */
    @Override
    public void close() throws IOException {
        closed = true;
        InputStream target = link.enter();
        if (target == null) {
            return;
        }
        try {
            call(open -> {
                open.close();
                return open;
            });
        } finally {
            link.end();
        }
    }

    private <R extends @Nullable Object> R call(Call<InputStream, R> call) throws IOException {
        InputStream target = link.enter();
        if (target == null) {
            throw new IOException(closed ? "Stream closed" : link.unloaded().getMessage());
        }
        return link.call(target, call);
    }
}
