package dev.layers.internal.boundary;

import dev.layers.internal.reference.Passage;
import dev.layers.internal.reference.Way;
import org.jspecify.annotations.Nullable;

/** Takes what was thrown over as a copy. */
final class ThrowablePassage implements Passage {
    private final Class<?> declared;
    private final Place place;

    ThrowablePassage(Class<?> declared, Place place) {
        this.declared = declared;
        this.place = place;
    }

    @Override
    public @Nullable Object pass(@Nullable Object value, Way way) {
        if (value == null) {
            return null;
        }
        Side side = (Side) way;
        Throwable copy = side.copy((Throwable) value);
        if (declared.isInstance(copy)) {
            return copy;
        }
        return side.admit(
                value,
                place.refusal(value.getClass(), "its copy is no '" + TypeText.of(declared) + "'; use Throwable"));
    }
}
