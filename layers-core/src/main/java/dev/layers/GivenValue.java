package dev.layers;

import dev.layers.internal.boundary.Uncopyable;
import dev.layers.module.HandedOver;
import java.lang.invoke.MethodType;
import java.util.Optional;

/** What one hook gave, as its namesake gets it: a new copy whenever it asks. */
final class GivenValue implements HandedOver {
    private final Giver giver;
    private final String hook;
    private final Object value;

    GivenValue(Giver giver, String hook, Object value) {
        this.giver = giver;
        this.hook = hook;
        this.value = value;
    }

    @Override
    @SuppressWarnings("unchecked") // of a primitive type, the values are of the other class of that name
    public <T> T value(Class<T> type) {
        Class<?> asked = MethodType.methodType(type).wrap().returnType();
        if (!asked.isInstance(value)) {
            throw new ClassCastException(HandOverWording.otherType(giver.name(), hook, value.getClass(), type));
        }
        return (T) copy();
    }

    @Override
    public Optional<String> version() {
        return giver.version();
    }

    @Override
    public int generation() {
        return giver.name().number();
    }

    @Override
    public String toString() {
        return "value handed over by '" + hook + "' of '" + giver.name() + "'";
    }

    private Object copy() {
        try {
            return giver.copy(value);
        } catch (Uncopyable impossible) {
            throw new IllegalStateException("A copy cannot be copied", impossible);
        }
    }
}
