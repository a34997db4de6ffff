package dev.layers.internal.boundary;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How types and methods stand in text: those of the JDK by their simple name, all others in full. */
final class TypeText {
    private TypeText() {}

    static String of(Type type) {
        if (type instanceof Class<?> raw) {
            return of(raw);
        }
        if (type instanceof ParameterizedType generic) {
            return of(generic.getRawType()) + arguments(generic.getActualTypeArguments());
        }
        if (type instanceof GenericArrayType array) {
            return of(array.getGenericComponentType()) + "[]";
        }
        return type instanceof WildcardType wildcard ? of(wildcard) : type.getTypeName();
    }

    static String of(Class<?> type) {
        if (type.isArray()) {
            return of(type.getComponentType()) + "[]";
        }
        return ContractSide.isOfJdk(type) ? simple(type) : type.getName();
    }

    /** Returns {@code method} with the types of its parameters. */
    static String method(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName()
                + Arrays.stream(method.getGenericParameterTypes())
                        .map(TypeText::of)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String simple(Class<?> type) {
        String name = type.getName();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }

    private static String of(WildcardType wildcard) {
        if (wildcard.getLowerBounds().length > 0) {
            return "? super " + of(wildcard.getLowerBounds()[0]);
        }
        Type upper = wildcard.getUpperBounds()[0];
        return upper == Object.class ? "?" : "? extends " + of(upper);
    }

    private static String arguments(Type... types) {
        return Arrays.stream(types).map(TypeText::of).collect(Collectors.joining(", ", "<", ">"));
    }
}
