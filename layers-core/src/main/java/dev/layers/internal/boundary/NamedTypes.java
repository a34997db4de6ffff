package dev.layers.internal.boundary;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Every class that a type names: itself, its arguments and bounds, and what sealed ones permit. */
final class NamedTypes {
    private final Set<Class<?>> found = new LinkedHashSet<>();
    private final Set<Type> seen = new HashSet<>();

    private NamedTypes() {}

    static Set<Class<?>> in(Type type) {
        NamedTypes types = new NamedTypes();
        types.add(type);
        return types.found;
    }

    private void add(Type... types) {
        for (Type type : types) {
            if (seen.add(type)) {
                addNew(type);
            }
        }
    }

    private void addNew(Type type) {
        if (type instanceof Class<?> raw) {
            addClass(raw);
        } else if (type instanceof ParameterizedType generic) {
            add(generic.getRawType());
            add(generic.getActualTypeArguments());
        } else if (type instanceof GenericArrayType array) {
            add(array.getGenericComponentType());
        } else if (type instanceof WildcardType wildcard) {
            add(wildcard.getUpperBounds());
            add(wildcard.getLowerBounds());
        } else if (type instanceof TypeVariable<?> variable) {
            add(variable.getBounds());
        }
    }

    private void addClass(Class<?> type) {
        if (type.isArray()) {
            add(type.getComponentType());
            return;
        }
        found.add(type);
        if (type.isSealed()) {
            add(type.getPermittedSubclasses());
        }
    }
}
