package dev.layers.internal.boundary;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.EventObject;
import java.util.Optional;

/**
 * Takes changes of properties over as new events, whose module of the JDK need not be there.
 *
 * <p>A source that cannot cross becomes the name of its class: listeners want the property, and an event without source
 * cannot be made.
 */
final class PropertyEvents implements ClassRule {
    static final String EVENT = "java.beans.PropertyChangeEvent";

    private final MethodHandle constructor;
    private final MethodHandle name;
    private final MethodHandle oldValue;
    private final MethodHandle newValue;

    /** Creates the rule of events; {@code type} comes from {@link #typeOf}. */
    PropertyEvents(Class<?> type) {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        try {
            constructor = lookup.findConstructor(
                            type,
                            MethodType.methodType(void.class, Object.class, String.class, Object.class, Object.class))
                    .asType(MethodType.methodType(
                            Object.class, Object.class, String.class, Object.class, Object.class));
            name = getter(lookup, type, "getPropertyName", String.class);
            oldValue = getter(lookup, type, "getOldValue", Object.class);
            newValue = getter(lookup, type, "getNewValue", Object.class);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("A method of the JDK is not there", impossible);
        }
    }

    /** Returns the JDK's type of what objects of {@code type} are, if they are such events. */
    static Optional<Class<?>> typeOf(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (each.getName().equals(EVENT) && ContractSide.isOfJdk(each)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    @Override
    public Object cross(Object value, Side side, OpaquePassage asked) {
        Object source = asked.passOrName(((EventObject) value).getSource(), side);
        try {
            return constructor.invoke(
                    source,
                    (String) name.invoke(value),
                    asked.passPart(oldValue.invoke(value), side),
                    asked.passPart(newValue.invoke(value), side));
        } catch (Throwable thrown) {
            throw RecordForm.unchecked(thrown);
        }
    }

    private static MethodHandle getter(MethodHandles.Lookup lookup, Class<?> type, String method, Class<?> result)
            throws ReflectiveOperationException {
        return lookup.findVirtual(type, method, MethodType.methodType(result))
                .asType(MethodType.methodType(result, Object.class));
    }
}
