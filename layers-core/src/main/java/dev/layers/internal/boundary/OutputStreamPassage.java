package dev.layers.internal.boundary;

import java.io.OutputStream;

/** Takes streams of bytes over; one that comes back is unwrapped. */
final class OutputStreamPassage extends ContainerPassage {
    private final Links links = new Links();

    @Override
    Object convert(Object value, Direction way) {
        OutputStream source = (OutputStream) value;
        return CrossingOutputStream.target(source, way)
                .orElseGet(() -> new CrossingOutputStream(links.create(source, way, "OutputStream")));
    }
}
