package dev.layers.internal.boundary;

import dev.layers.internal.reference.Passage;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Takes streams over as sequential streams whose elements pass when they are asked for.
 *
 * <p>Closing the new stream closes the old one. One that comes back is not unwrapped: its elements pass back again.
 */
final class StreamPassage extends ContainerPassage {
    private final Links links = new Links();
    private final Passage element;

    StreamPassage(Passage element) {
        this.element = element;
    }

    @Override
    Object convert(Object value, Direction way) {
        return stream((Stream<?>) value, way, "Stream");
    }

    /**
     * Returns what {@code source} becomes on the other side.
     *
     * @param what its type, as it stands in messages
     */
    Stream<@Nullable Object> stream(Stream<?> source, Direction way, String what) {
        StreamSource opened = new StreamSource(source, passed -> element.pass(passed, way));
        CrossingSpliterator crossing =
                new CrossingSpliterator(links.create(opened, way, what), opened.characteristics());
        return StreamSupport.stream(crossing, false).onClose(crossing::close);
    }
}
