package dev.layers.testkit.check;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers every call with the least there is: 0, false, an empty text or collection, else null. */
final class Stub implements InvocationHandler {
    private static final Map<Class<?>, Supplier<Object>> EMPTY = Map.of(
            String.class, () -> "",
            CharSequence.class, () -> "",
            Optional.class, Optional::empty,
            Iterable.class, List::of,
            Collection.class, List::of,
            List.class, List::of,
            Set.class, Set::of,
            Map.class, Map::of);

    private final Class<?> type;

    private Stub(Class<?> type) {
        this.type = type;
    }

    /** Returns an instance of the interface {@code type}. */
    static Object of(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Stub(type));
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // of two stubs none is the other
    public @Nullable Object invoke(Object stub, Method method, Object @Nullable [] arguments) {
        if (method.getDeclaringClass() != Object.class) {
            return least(method.getReturnType());
        }
        return switch (method.getName()) {
            case "equals" -> arguments != null && stub == arguments[0];
            case "hashCode" -> System.identityHashCode(stub);
            default -> "stub of " + type.getName();
        };
    }

    private static @Nullable Object least(Class<?> result) {
        if (result.isPrimitive()) {
            return result == void.class ? null : Array.get(Array.newInstance(result, 1), 0);
        }
        if (result.isArray()) {
            return Array.newInstance(result.getComponentType(), 0);
        }
        Supplier<Object> empty = EMPTY.get(result);
        return empty == null ? null : empty.get();
    }
}
