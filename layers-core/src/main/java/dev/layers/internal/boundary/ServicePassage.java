package dev.layers.internal.boundary;

import dev.layers.internal.reference.Passage;
import dev.layers.internal.reference.Way;
import org.jspecify.annotations.Nullable;

/** Takes objects over that cross as references: what crossed before is found without asking for its class. */
final class ServicePassage implements Passage {
    private final OpaquePassage byClass;

    ServicePassage(OpaquePassage byClass) {
        this.byClass = byClass;
    }

    @Override
    public @Nullable Object pass(@Nullable Object value, Way way) {
        if (value == null) {
            return null;
        }
        Object known = ((Side) way).known(value, byClass.declared());
        return byClass.declared().isInstance(known) ? known : byClass.pass(value, way);
    }
}
