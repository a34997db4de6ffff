package dev.layers.internal.boundary;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Takes records of one class apart and puts them together again, through what is public of them. */
final class RecordForm {
    private final MethodHandle constructor;
    private final MethodHandle[] accessors;

    RecordForm(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            constructor = lookup.unreflectConstructor(type.getConstructor(types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            accessors = new MethodHandle[types.length];
            for (int i = 0; i < accessors.length; i++) {
                accessors[i] = lookup.unreflect(components[i].getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
            }
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalArgumentException("Record '" + type.getName() + "' is not public", hidden);
        }
    }

    @Nullable
    Object component(Object value, int index) {
        try {
            return accessors[index].invokeExact(value);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    Object create(@Nullable Object[] components) {
        try {
            return constructor.invokeExact(components);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException known ? known : new UndeclaredThrowableException(thrown);
    }
}
