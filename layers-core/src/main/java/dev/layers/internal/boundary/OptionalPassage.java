package dev.layers.internal.boundary;

import dev.layers.internal.reference.Passage;
import java.util.Optional;

/** Takes over what may be there. */
final class OptionalPassage extends ContainerPassage {
    private final Passage element;

    OptionalPassage(Passage element) {
        this.element = element;
    }

    @Override
    Object convert(Object value, Direction way) {
        return ((Optional<?>) value).map(present -> element.pass(present, way));
    }
}
