package dev.layers.internal.boundary;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;

/** What byte code knows of a type. */
final class Erasure {
    private Erasure() {}

    /** Returns the type of what arrays of {@code type} hold in the end; itself if it is none. */
    static Class<?> element(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element;
    }

    static Class<?> of(Type type) {
        if (type instanceof Class<?> raw) {
            return raw;
        }
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        if (type instanceof GenericArrayType array) {
            return Array.newInstance(of(array.getGenericComponentType()), 0).getClass();
        }
        return type instanceof WildcardType wildcard
                ? of(wildcard.getUpperBounds()[0])
                : of(((TypeVariable<?>) type).getBounds()[0]);
    }
}
