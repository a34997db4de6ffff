package dev.layers.internal.boundary;

import java.util.Objects;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a stream of the other side; never split, since its elements shall pass on the thread that reads them. */
final class CrossingSpliterator implements Spliterator<@Nullable Object> {
    private final Link<StreamSource> link;
    private final int characteristics;
    private boolean ended;

    CrossingSpliterator(Link<StreamSource> link, int characteristics) {
        this.link = link;
        this.characteristics = characteristics;
    }

    @Override
    public boolean tryAdvance(Consumer<? super @Nullable Object> action) {
        Objects.requireNonNull(action);
        if (ended) {
            return false;
        }
        StreamSource source = source();
        ended = !link.call(source, StreamSource::advance);
        if (ended) {
            return false;
        }
        // outside of the call: what the reader throws is its own
        action.accept(source.take());
        return true;
    }

    @Override
    public @Nullable Spliterator<@Nullable Object> trySplit() {
        return null;
    }

    @Override
    public long estimateSize() {
        return ended ? 0 : link.call(source(), StreamSource::estimateSize);
    }

    @Override
    public int characteristics() {
        return characteristics;
    }

    /** Closes the source, unless its generation is gone. */
    void close() {
        StreamSource source = link.enter();
        if (source == null) {
            return;
        }
        try {
            link.call(source, closed -> {
                closed.close();
                return null;
            });
        } finally {
            link.end();
        }
    }

    private StreamSource source() {
        StreamSource source = link.enter();
        if (source == null) {
            throw link.unloaded();
        }
        return source;
    }
}
