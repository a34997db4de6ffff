package dev.layers.internal.boundary;

import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A stream on the side that it comes from, read one element at a time. */
final class StreamSource {
    private final Stream<?> stream;
    private final Spliterator<?> elements;
    private final Function<@Nullable Object, @Nullable Object> passage;
    private final Slot slot = new Slot();
    private @Nullable Object passed;

    StreamSource(Stream<?> stream, Function<@Nullable Object, @Nullable Object> passage) {
        this.stream = stream;
        this.elements = stream.sequential().spliterator();
        this.passage = passage;
    }

    /** Returns what stays true of its elements on the other side: they may be equal there, and in another order. */
    int characteristics() {
        return elements.characteristics() & (Spliterator.ORDERED | Spliterator.SIZED);
    }

    long estimateSize() {
        return elements.estimateSize();
    }

    /** Takes the next element over; returns whether there was one. */
    boolean advance() {
        if (!elements.tryAdvance(slot)) {
            return false;
        }
        passed = passage.apply(slot.empty());
        return true;
    }

    /** Returns what came over, and lets go of it. */
    @Nullable
    Object take() {
        Object taken = passed;
        passed = null;
        return taken;
    }

    void close() {
        stream.close();
    }

    /** What the source puts its next element in; it may keep it, so nothing of the other side is in reach of it. */
    private static final class Slot implements Consumer<@Nullable Object> {
        private @Nullable Object value;

        @Override
        public void accept(@Nullable Object next) {
            value = next;
        }

        @Nullable
        Object empty() {
            Object taken = value;
            value = null;
            return taken;
        }
    }
}
