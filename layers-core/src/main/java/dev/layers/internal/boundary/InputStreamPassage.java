package dev.layers.internal.boundary;

import java.io.InputStream;

/** Takes streams of bytes over; one that comes back is unwrapped. */
final class InputStreamPassage extends ContainerPassage {
    private final Links links = new Links();

    @Override
    Object convert(Object value, Direction way) {
        InputStream source = (InputStream) value;
        return CrossingInputStream.target(source, way)
                .orElseGet(() -> new CrossingInputStream(links.create(source, way, "InputStream")));
    }
}
