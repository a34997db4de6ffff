package dev.layers.internal.boundary;

import dev.layers.internal.boundary.Link.Call;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Writes to a stream of the other side; buffers cross as they are. */
final class CrossingOutputStream extends OutputStream {
    private final Link<OutputStream> link;
    private volatile boolean closed;

    CrossingOutputStream(Link<OutputStream> link) {
        this.link = link;
    }

    /** Returns what {@code stream} stands for if {@code way} takes it back to where that came from. */
    static Optional<OutputStream> target(OutputStream stream, Direction way) {
        return stream instanceof CrossingOutputStream crossing ? crossing.link.targetOn(way) : Optional.empty();
    }

    @Override
    public void write(int value) throws IOException {
        call(target -> {
            target.write(value);
            return target;
        });
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        call(target -> {
            target.write(bytes);
            return target;
        });
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        call(target -> {
            target.write(bytes, offset, length);
            return target;
        });
    }

    @Override
    public void flush() throws IOException {
        call(target -> {
            target.flush();
            return target;
        });
    }

    /** Fails if the generation is gone: what was written may be lost. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        try {
            call(target -> {
                target.close();
                return target;
            });
        } finally {
            closed = true;
            link.end();
        }
    }

    private void call(Call<OutputStream, OutputStream> call) throws IOException {
        OutputStream target = link.enter();
        if (target == null) {
            throw new IOException(closed ? "Stream closed" : link.unloaded().getMessage());
        }
        link.call(target, call);
    }
}
