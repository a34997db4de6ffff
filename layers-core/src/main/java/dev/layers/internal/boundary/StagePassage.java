package dev.layers.internal.boundary;

import dev.layers.internal.reference.Passage;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Takes stages and futures over as futures of ours, which are complete when their source is.
 *
 * <p>The thread that completes one of the two completes the other, and runs what depends on it. One that comes back while
 * it is not complete is unwrapped.
 */
final class StagePassage extends ContainerPassage {
    private final Class<?> declared;
    private final Passage element;

    StagePassage(Class<?> declared, Passage element) {
        this.declared = declared;
        this.element = element;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // whoever gets the value sees to it
    Object convert(Object value, Direction way) {
        return source(value, way).orElseGet(() -> {
            StageLink link = new StageLink(element, way, declared.getSimpleName());
            return link.copyOf((CompletionStage<?>) value);
        });
    }

    private Optional<Object> source(Object value, Direction way) {
        return value instanceof CrossingFuture crossing
                ? crossing.sourceOn(way).filter(declared::isInstance)
                : Optional.empty();
    }
}
