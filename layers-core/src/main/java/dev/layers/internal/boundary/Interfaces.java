package dev.layers.internal.boundary;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What classes implement, and what implementing it takes. */
final class Interfaces {
    private Interfaces() {}

    /** Returns every interface of {@code type}, in the order of declaration. */
    static Set<Class<?>> of(Class<?> type) {
        Set<Class<?>> found = new LinkedHashSet<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            add(each, found);
        }
        return found;
    }

    /** Leaves out what others of {@code types} extend. */
    static List<Class<?>> mostSpecific(Collection<Class<?>> types) {
        List<Class<?>> most = new ArrayList<>(types);
        most.removeIf(each -> types.stream().anyMatch(other -> other != each && each.isAssignableFrom(other)));
        return most;
    }

    /**
     * Returns the methods that a reference to {@code types} overrides, no two of one name and descriptor.
     *
     * <p>A provider may override any default method of a contract; those of the JDK work on the reference itself, unless
     * nothing but plain values go in and out. Bridges call what they lead to.
     */
    static List<Method> methods(List<Class<?>> types, PlainTypes plain) {
        Map<String, Method> found = new LinkedHashMap<>();
        for (Class<?> type : types) {
            Arrays.stream(type.getMethods())
                    .filter(method -> isOverridden(method, plain))
                    .sorted(Comparator.comparing(Interfaces::signature))
                    .forEach(method -> found.merge(signature(method), method, Interfaces::closer));
        }
        return List.copyOf(found.values());
    }

    private static boolean isOverridden(Method method, PlainTypes plain) {
        if (Modifier.isStatic(method.getModifiers()) || method.isBridge() || isOfObject(method)) {
            return false;
        }
        return !method.isDefault()
                || !ContractSide.isOfJdk(method.getDeclaringClass())
                || (plain.contain(method.getReturnType())
                        && Arrays.stream(method.getParameterTypes()).allMatch(plain::contain));
    }

    private static boolean isOfObject(Method method) {
        return switch (signature(method)) {
            case "equals(Ljava/lang/Object;)Z", "hashCode()I", "toString()Ljava/lang/String;" -> true;
            default -> false;
        };
    }

    /** Prefers what a contract says about a method to what the JDK says. */
    private static Method closer(Method first, Method second) {
        Class<?> declaring = first.getDeclaringClass();
        boolean isFarther = declaring.isAssignableFrom(second.getDeclaringClass())
                || (ContractSide.isOfJdk(declaring) && !ContractSide.isOfJdk(second.getDeclaringClass()));
        return isFarther ? second : first;
    }

    private static String signature(Method method) {
        StringBuilder text = new StringBuilder(method.getName()).append('(');
        Arrays.stream(method.getParameterTypes()).map(Class::descriptorString).forEach(text::append);
        return text.append(')')
                .append(method.getReturnType().descriptorString())
                .toString();
    }

    private static void add(Class<?> type, Set<Class<?>> found) {
        if (type.isInterface()) {
            found.add(type);
        }
        for (Class<?> each : type.getInterfaces()) {
            add(each, found);
        }
    }
}
