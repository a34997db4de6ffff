package dev.layers.docs.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javassist.CtClass;
import javassist.CtField;
import javassist.CtMethod;
import javassist.Modifier;
import org.jspecify.annotations.Nullable;

/** A type and all that it extends and implements, superclasses first; those that no path has are known by name only. */
final class Lineage {
    private final CtClass type;
    private final Map<String, Optional<CtClass>> byName = new LinkedHashMap<>();

    Lineage(CtClass type) {
        this.type = type;
        addSuperclasses(type);
        List.copyOf(byName.values()).stream().flatMap(Optional::stream).forEach(this::addInterfaces);
    }

    CtClass type() {
        return type;
    }

    Set<String> names() {
        return byName.keySet();
    }

    /** Returns the type and those above it. */
    Stream<CtClass> types() {
        return byName.values().stream().flatMap(Optional::stream);
    }

    /** Returns the method that a call finds, what has a body before what has none. */
    Optional<CtMethod> method(CtMethod like) {
        return method(like.getName(), like.getMethodInfo().getDescriptor());
    }

    Optional<CtField> field(CtField like) {
        return types().flatMap(owner -> Stream.of(owner.getDeclaredFields()))
                .filter(field -> field.getName().equals(like.getName()))
                .filter(field -> field.getFieldInfo2()
                        .getDescriptor()
                        .equals(like.getFieldInfo2().getDescriptor()))
                .filter(field -> isVisible(field.getModifiers()))
                .findFirst();
    }

    static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private Optional<CtMethod> method(String name, String descriptor) {
        List<CtMethod> found = types().flatMap(owner -> Stream.of(owner.getDeclaredMethods()))
                .filter(method -> method.getName().equals(name))
                .filter(method -> method.getMethodInfo2().getDescriptor().equals(descriptor))
                .filter(method -> isVisible(method.getModifiers()))
                .toList();
        return found.stream()
                .filter(method -> !method.getDeclaringClass().isInterface())
                .findFirst()
                .or(() -> found.stream()
                        .filter(method -> !Modifier.isAbstract(method.getModifiers()))
                        .findFirst())
                .or(() -> found.stream().findFirst());
    }

    private void addSuperclasses(CtClass start) {
        Optional<CtClass> next = Optional.of(start);
        while (next.isPresent()) {
            CtClass known = next.get();
            byName.put(known.getName(), next);
            next = superclass(known);
        }
    }

    private Optional<CtClass> superclass(CtClass known) {
        @Nullable String name = known.getClassFile2().getSuperclass();
        return name == null || byName.containsKey(name) ? Optional.empty() : lookUp(known, name);
    }

    private void addInterfaces(CtClass known) {
        for (String name : known.getClassFile2().getInterfaces()) {
            if (!byName.containsKey(name)) {
                lookUp(known, name).ifPresent(this::addInterfaces);
            }
        }
    }

    private Optional<CtClass> lookUp(CtClass from, String name) {
        Optional<CtClass> found = Optional.ofNullable(from.getClassPool().getOrNull(name));
        byName.put(name, found);
        return found;
    }
}
